package org.petitiondesk.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One keyset page.
 *
 * @param rows at most as many as were asked for
 * @param next cursor of the following page, opaque to everybody but the repository that made it; empty on the last page
 */
public record Page<T>(List<T> rows, Optional<String> next) {

  /** Cuts a result that was fetched with one row more than asked for. */
  public static <T> Page<T> cut(List<T> fetched, int size, Function<T, String> cursor) {
    if (fetched.size() <= size) {
      return new Page<>(List.copyOf(fetched), Optional.empty());
    }
    var rows = List.copyOf(fetched.subList(0, size));
    return new Page<>(rows, Optional.of(cursor.apply(rows.get(size - 1))));
  }
}
