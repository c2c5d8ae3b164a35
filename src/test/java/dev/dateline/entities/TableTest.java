package dev.dateline.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    Resources.table(name, rows::add);
    return rows;
  }

  @Test
  void givesTheFieldsThatSplittingLinesGives() {
    Table table = Table.read(Gazetteer.PLACES);
    int plain = 0;
    for (String[] row : rows(Gazetteer.PLACES)) {
      assertTrue(table.next());
      assertEquals(Integer.parseInt(row[0]), table.number(0));
      assertEquals(row[1], table.text(1));
      assertEquals(row[row.length - 1], table.text(row.length - 1));
      assertEquals(row[4].charAt(0), table.first(4));
      assertEquals(row[1].matches("[A-Za-z]+( [A-Za-z]+)*"), table.isPlain(1), row[1]);
      plain += table.isPlain(1) ? 1 : 0;
    }
    assertFalse(table.next());
    assertTrue(plain > 1000);
  }

  @Test
  void hashesPlainFieldsAsTheirStringsInSmallLetters() {
    Table table = Table.read(Gazetteer.PLACES);
    int[] words = new int[2];
    while (table.next()) {
      if (table.isPlain(1)) {
        String lower = table.text(1).toLowerCase(java.util.Locale.ROOT);
        String[] parts = lower.split(" ");
        assertEquals(lower.hashCode(), table.lowerHash(1), lower);
        assertEquals(parts.length, table.words(1, words), lower);
        assertEquals(parts[0].hashCode(), words[0], lower);
      }
    }
  }

  @Test
  void goesBackToARowByItsPosition() {
    Table table = Table.read("subdivisions.tsv.gz");
    table.next();
    table.next();
    String code = table.text(0);
    int position = table.position();
    table.next();
    assertEquals(code, table.at(position).text(0));
    Table again = table.again();
    again.next();
    assertEquals(rows("subdivisions.tsv.gz").get(0)[0], again.text(0));
  }
}
