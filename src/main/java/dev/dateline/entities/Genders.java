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

  /** What parts the words of a role. */
  private static final Pattern GAPS = Pattern.compile("[ -]");

  private final RoleWords words;
  private final Lexicon lexicon;

  Genders(RoleWords words, Lexicon lexicon) {
    this.words = words;
    this.lexicon = lexicon;
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
      if (name.first > 0) {
        score +=
            HONORIFIC * sign(words.gender(forms[name.first - 1].text.toLowerCase(Locale.ROOT)));
      }
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
    List<String> name = person.canonical().words;
    if (name.size() < 2) {
      return 0;
    }
    boolean given = false;
    for (int i = 0; i < name.size() - 1; i++) {
      int score = givenName(name.get(i));
      if (score != 0) {
        return score;
      }
      given |= (lexicon.word(name.get(i).hashCode()) & (Lexicon.MALE | Lexicon.FEMALE)) != 0;
    }
    // "Hillary Clinton" has her given name in front, be Clinton another's.
    int last = lexicon.word(name.get(name.size() - 1).hashCode());
    return given || (last & Lexicon.SURNAME) != 0 ? 0 : givenName(name.get(name.size() - 1));
  }

  private int givenName(String word) {
    int entry = lexicon.word(word.hashCode());
    boolean male = (entry & Lexicon.MALE) != 0;
    boolean female = (entry & Lexicon.FEMALE) != 0;
    return male == female ? 0 : male ? GIVEN_NAME : -GIVEN_NAME;
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
