package org.petitiondesk.accountability;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of causes as boxes and lines on a plane: every "why" stands to the right of what it explains.
 *
 * @param width in pixels, as all measures here
 */
public record CausePicture(int width, int height, List<Box> boxes, List<String> lines) {

  private static final int BOX = 190;
  private static final int GAP = 36;
  private static final int LINE = 18;
  private static final int PADDING = 10;
  private static final int BETWEEN = 14;
  /** Wide letters in a line of a box; a Latin letter is half as wide. */
  private static final double LETTERS = 12;
  private static final int MOST_LINES = 4;

  /**
   * @param x of its left edge
   * @param y of its upper edge
   */
  public record Box(int x, int y, int width, int height, List<Text> words, Cause cause) {}

  /** @param y of the foot of its letters */
  public record Text(int x, int y, String words) {}

  static CausePicture of(List<Cause> causes) {
    var boxes = new ArrayList<Box>();
    var below = PADDING;
    for (var cause : causes) {
      var words = wrapped(cause.words());
      var height = words.size() * LINE + 2 * PADDING;
      var x = PADDING + (cause.depth() - 1) * (BOX + GAP);
      var explains = parent(boxes, cause.depth());
      // The first "why" below a cause stands beside it; each other one begins a new row.
      var y = explains >= 0 && explains == boxes.size() - 1 ? boxes.get(explains).y() : below;
      var texts = new ArrayList<Text>();
      for (var line = 0; line < words.size(); line++) {
        texts.add(new Text(x + PADDING, y + PADDING + (line + 1) * LINE - 4, words.get(line)));
      }
      boxes.add(new Box(x, y, BOX, height, texts, cause));
      below = Math.max(below, y + height + BETWEEN);
    }
    var width = boxes.stream().mapToInt(box -> box.x() + box.width()).max().orElse(0) + PADDING;
    return new CausePicture(width, below, boxes, lines(boxes));
  }

  private static List<String> lines(List<Box> boxes) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < boxes.size(); i++) {
      var box = boxes.get(i);
      var explains = parent(boxes.subList(0, i), box.cause().depth());
      if (explains >= 0) {
        var from = boxes.get(explains);
        var left = from.x() + from.width();
        lines.add("M%d %dh%dV%dH%d".formatted(left, from.y() + from.height() / 2, GAP / 2, box.y() + box.height() / 2,
            box.x()));
      }
    }
    return lines;
  }

  /** Place of the last box one level above; negative for a cause that explains the matter itself. */
  private static int parent(List<Box> boxes, int depth) {
    for (var i = boxes.size() - 1; i >= 0; i--) {
      if (boxes.get(i).cause().depth() == depth - 1) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> wrapped(String words) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var width = 0.0;
    for (var letter : words.strip().codePoints().toArray()) {
      var wide = letter > 0x2e80 ? 1 : 0.55;
      if (width + wide > LETTERS || letter == '\n') {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      }
      if (letter >= ' ') {
        line.appendCodePoint(letter);
        width += wide;
      }
    }
    lines.add(line.toString());
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    var shown = new ArrayList<>(lines.subList(0, MOST_LINES));
    shown.set(MOST_LINES - 1, shown.get(MOST_LINES - 1) + "…");
    return shown;
  }
}
