package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table that is made row by row. A null is a missing value. */
final class TableDraft {
  private final String title;
  private final List<Column<?>> columns = new ArrayList<>();

  private TableDraft(String title) {
    this.title = title;
  }

  static TableDraft of(String title) {
    return new TableDraft(title);
  }

  TableDraft text(String name) {
    columns.add(StringColumn.create(name));
    return this;
  }

  TableDraft whole(String name) {
    columns.add(LongColumn.create(name));
    return this;
  }

  TableDraft number(String name) {
    columns.add(DoubleColumn.create(name));
    return this;
  }

  TableDraft row(List<?> values) {
    if (values.size() != columns.size()) {
      throw new InvalidOptionException("row of " + title, columns.size() + " values", values);
    }
    for (int i = 0; i < columns.size(); i++) {
      append(columns.get(i), values.get(i));
    }
    return this;
  }

  TableDraft row(Object... values) {
    return row(Arrays.asList(values));
  }

  private static void append(Column<?> column, Object value) {
    if (value == null) {
      column.appendMissing();
    } else if (column instanceof LongColumn numbers) {
      numbers.append(((Number) value).longValue());
    } else if (column instanceof DoubleColumn numbers) {
      numbers.append(((Number) value).doubleValue());
    } else {
      ((StringColumn) column).append(value.toString());
    }
  }

  Table table() {
    return Table.create(title, columns);
  }
}
