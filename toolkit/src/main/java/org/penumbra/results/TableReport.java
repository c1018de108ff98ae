package org.penumbra.results;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Something that a notebook shows as tables with remarks below. {@code toString()} is the same as
 * text.
 */
public interface TableReport {
  /** Tables in the order in which they are shown; each has its title as its name. */
  List<Table> tables();

  /** Sentences below the tables; may be empty. */
  List<String> remarks();
}
