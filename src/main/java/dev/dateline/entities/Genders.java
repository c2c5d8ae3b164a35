package dev.dateline.entities;

import dev.dateline.text.Document;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the gender of a person by honorifics, gendered roles, given names and the pronouns that
 * follow his or her name. Evidence that does not agree gives "unknown". Thread-safe.
 */
final class Genders {

  private static final int HONORIFIC = 6;
  private static final int ROLE = 5;
  private static final int GIVEN_NAME = 3;
  private static final int PRONOUN = 1;
  private static final int MOST_PRONOUNS = 3;
  private static final int ENOUGH = 2;
  private static final int HE = "he".hashCode();
  private static final int HIS = "his".hashCode();
  private static final int HIM = "him".hashCode();
  private static final int HIMSELF = "himself".hashCode();
  private static final int SHE = "she".hashCode();
  private static final int HER = "her".hashCode();
  private static final int HERS = "hers".hashCode();
  private static final int HERSELF = "herself".hashCode();

  private static final int NEAR = 4;

  /** What parts the words of a role. */
  private static final Pattern GAPS = Pattern.compile("[ -]");

  private final RoleWords words;
  private final GivenNames given;

  Genders(RoleWords words, GivenNames given) {
    this.words = words;
    this.given = given;
  }

  Entity.Gender of(
      Cluster person, List<Role> roles, Document document, Form[] forms, boolean[] named) {
    int score = givenName(person);
    for (Role role : roles) {
      for (String word : GAPS.split(role.role().toLowerCase(Locale.ROOT))) {
        score += ROLE * sign(words.gender(word));
      }
    }
    int pronouns = 0;
    for (Name name : person.names) {
      score += HONORIFIC * before(name, forms) + ROLE * behind(name, forms);
      pronouns += pronoun(name, document, forms, named);
    }
    score += Math.max(-MOST_PRONOUNS, Math.min(MOST_PRONOUNS, pronouns * PRONOUN));
    return score >= ENOUGH
        ? Entity.Gender.MALE
        : score <= -ENOUGH ? Entity.Gender.FEMALE : Entity.Gender.UNKNOWN;
  }

  private static int sign(Entity.Gender gender) {
    return gender == Entity.Gender.MALE ? 1 : gender == Entity.Gender.FEMALE ? -1 : 0;
  }

  private int givenName(Cluster person) {
    Name canonical = person.canonical();
    List<String> name = canonical.words;
    for (String word : name) {
      int part = sign(words.genderOfPart(word));
      if (part != 0) {
        return part * GIVEN_NAME;
      }
    }
    if (name.size() < 2 || isSurnameFirst(canonical.text)) {
      return 0;
    }
    boolean known = false;
    for (int i = given.mayStandFirst(name.get(0)) ? 1 : 0; i < name.size() - 1; i++) {
      int sign = given.sign(name.get(i));
      if (sign != 0) {
        return sign * GIVEN_NAME;
      }
      if (name.get(i).length() > 1 && !given.isGiven(name.get(i))) {
        break; // what follows may be a name of the family
      }
      known |= name.get(i).length() > 1;
    }
    // "Hillary Clinton" has her given name in front, be Clinton another's.
    String last = name.get(name.size() - 1);
    return known || given.isSurname(last) ? 0 : given.sign(last) * GIVEN_NAME;
  }

  /** "Moon Jae-in", "Su Tseng-chang": what comes first is no given name. */
  private static boolean isSurnameFirst(String name) {
    int hyphen = name.lastIndexOf('-');
    return hyphen > name.lastIndexOf(' ')
        && hyphen + 1 < name.length()
        && Character.isLowerCase(name.charAt(hyphen + 1));
  }

  /** What a word right before the name tells, or before a comma there: "his mother, Ada Voss". */
  private int before(Name name, Form[] forms) {
    int at = name.first - 1;
    if (at > 0 && forms[at].text.equals(",")) {
      at--;
      if (forms[at].kind != Form.LOWER) {
        return 0;
      }
    }
    return at < 0 ? 0 : sign(words.gender(forms[at].text.toLowerCase(Locale.ROOT)));
  }

  /** What an apposition tells that begins with an article or goes on with "of": "a father of". */
  private int behind(Name name, Form[] forms) {
    int at = name.last + 1;
    if (at + 1 >= forms.length || !forms[at - 1].text.equals(",")) {
      return 0;
    }
    boolean article =
        forms[at].text.equals("a") || forms[at].text.equals("an") || forms[at].text.equals("the");
    int end = Math.min(forms.length - 1, at + NEAR);
    for (int i = article ? at + 1 : at; i < end && forms[i].kind == Form.LOWER; i++) {
      int sign = sign(words.gender(forms[i].text));
      boolean whole =
          article ? forms[i + 1].kind != Form.POSSESSIVE : forms[i + 1].text.equals("of");
      if (sign != 0) {
        return whole ? sign : 0;
      }
      if (words.isPreposition(forms[i])) {
        return 0;
      }
    }
    return 0;
  }

  /** The first pronoun behind the name, up to the next name of a person or the sentence after. */
  private static int pronoun(Name name, Document document, Form[] forms, boolean[] named) {
    int sentence = document.sentenceOf(name.first);
    int end =
        sentence + 1 < document.sentenceCount()
                && document.paragraphOfSentence(sentence + 1)
                    == document.paragraphOfSentence(sentence)
            ? document.sentenceLast(sentence + 1)
            : document.sentenceLast(sentence);
    for (int i = name.last; i < end && !named[i]; i++) {
      int sign = forms[i].kind <= Form.CAPITALISED ? sign(forms[i].lower) : 0;
      if (sign != 0) {
        return sign;
      }
    }
    return 0;
  }

  /** The gender a pronoun tells, by the hash of its small letters: 1 male, -1 female, 0 none. */
  private static int sign(int lower) {
    if (lower == HE || lower == HIS || lower == HIM || lower == HIMSELF) {
      return 1;
    }
    return lower == SHE || lower == HER || lower == HERS || lower == HERSELF ? -1 : 0;
  }
}
