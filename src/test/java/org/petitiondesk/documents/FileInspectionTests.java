package org.petitiondesk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.kernel.Refused;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.unit.DataSize;

class FileInspectionTests {

  private static final Set<String> ALL_BUT_ZIP = Arrays.stream(FileType.values()).filter(type -> type != FileType.ZIP)
      .map(FileType::key).collect(Collectors.toSet());

  private final FileInspection inspection = new FileInspection(
      new DocumentSettings(DataSize.ofKilobytes(4), ALL_BUT_ZIP));

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void anHonestFileIsWhatItSays(String name, byte[] content, FileType type) {
    assertThat(inspection.inspect(new Upload(name, content))).isEqualTo(type);
  }

  static Stream<Arguments> anHonestFileIsWhatItSays() {
    return Stream.of(Arguments.of("合同.pdf", Files.PDF, FileType.PDF), Arguments.of("a.PNG", Files.PNG, FileType.PNG),
        Arguments.of("a.jpg", Files.JPEG, FileType.JPEG), Arguments.of("a.jpeg", Files.JPEG, FileType.JPEG),
        Arguments.of("a.gif", Files.GIF, FileType.GIF), Arguments.of("a.webp", Files.WEBP, FileType.WEBP),
        Arguments.of("IMG_1.HEIC", Files.HEIC, FileType.HEIC), Arguments.of("a.bmp", Files.BMP, FileType.BMP),
        Arguments.of("a.mp4", Files.MP4, FileType.MP4), Arguments.of("a.m4a", Files.M4A, FileType.M4A),
        Arguments.of("a.mp3", Files.MP3, FileType.MP3), Arguments.of("a.wav", Files.WAV, FileType.WAV),
        Arguments.of("a.amr", Files.AMR, FileType.AMR), Arguments.of("a.docx", Files.DOCX, FileType.DOCX),
        Arguments.of("a.xlsx", Files.XLSX, FileType.XLSX), Arguments.of("a.ofd", Files.OFD, FileType.OFD),
        Arguments.of("a.odt", Files.ODT, FileType.ODT), Arguments.of("a.doc", Files.DOC, FileType.DOC),
        Arguments.of("a.xls", Files.XLS, FileType.XLS), Arguments.of("情况.txt", Files.TEXT, FileType.TXT),
        Arguments.of("旧.txt", Files.TEXT_GBK, FileType.TXT), Arguments.of("a.csv", Files.TEXT, FileType.TXT),
        Arguments.of("mail.txt", Files.text("Subject: 路灯\nFrom: 张\n\n路灯坏了"), FileType.TXT),
        Arguments.of("x.txt", Files.text("x"), FileType.TXT), Arguments.of("扫描件", Files.PDF, FileType.PDF),
        Arguments.of("第2.稿", Files.PDF, FileType.PDF));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aLyingNameIsRefused(String name, byte[] content, String said, String actual) {
    var refusal = refusal(name, content);

    assertThat(refusal.key()).isEqualTo("documents.refused.type-lie");
    assertThat(refusal.arguments()).element(0).isEqualTo(name);
    assertThat(refusal.arguments()).element(1).extracting(FileInspectionTests::code).isEqualTo(said);
    assertThat(refusal.arguments()).element(2).extracting(FileInspectionTests::code).isEqualTo(actual);
  }

  static Stream<Arguments> aLyingNameIsRefused() {
    return Stream.of(Arguments.of("合同.pdf", Files.EXE, "document", "program"),
        Arguments.of("a.pdf", Files.ELF, "document", "program"), Arguments.of("a.jpg", Files.HTML, "image", "active"),
        Arguments.of("a.png", Files.SVG, "image", "active"), Arguments.of("a.txt", Files.HTML, "text", "active"),
        Arguments.of("a.txt", Files.SCRIPT, "text", "active"), Arguments.of("a.docx", Files.ZIP, "document", "archive"),
        Arguments.of("a.docx", Files.DOCM, "document", "macro"),
        Arguments.of("a.doc", Files.DOC_WITH_MACROS, "document", "macro"),
        Arguments.of("a.docx", Files.JAR, "document", "program"),
        Arguments.of("a.xlsx", Files.DOCX, "sheet", "document"), Arguments.of("a.png", Files.JPEG, "image", "image"),
        Arguments.of("a.pdf", Files.TEXT, "document", "text"), Arguments.of("a.txt", Files.EXE, "text", "program"),
        Arguments.of("合同.pdf.exe", Files.PDF, "program", "document"),
        Arguments.of("a.html", Files.TEXT, "active", "text"), Arguments.of("a.svg", Files.PNG, "active", "image"),
        Arguments.of("a.pdf ", Files.EXE, "document", "program"),
        Arguments.of("fdp\u202e.exe", Files.PDF, "program", "document"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatIsNotOnTheListIsRefusedEvenWhenHonest(String name, byte[] content, String actual) {
    var refusal = refusal(name, content);

    assertThat(refusal.key()).isEqualTo("documents.refused.type-not-allowed");
    assertThat(refusal.arguments()).element(1).extracting(FileInspectionTests::code).isEqualTo(actual);
  }

  static Stream<Arguments> whatIsNotOnTheListIsRefusedEvenWhenHonest() {
    return Stream.of(Arguments.of("setup.exe", Files.EXE, "program"), Arguments.of("run", Files.ELF, "program"),
        Arguments.of("a.html", Files.HTML, "active"), Arguments.of("a.svg", Files.SVG, "active"),
        Arguments.of("a.sh", Files.SCRIPT, "active"), Arguments.of("a.zip", Files.ZIP, "archive"),
        Arguments.of("a.jar", Files.JAR, "program"), Arguments.of("noise", new byte[]{0, 1, 2, 3, 4}, "other"),
        Arguments.of("a.docm", Files.DOCM, "macro"));
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refusal("a.txt", new byte[0]).key()).isEqualTo("documents.refused.empty");
  }

  @Test
  void oneByteTooManyIsRefusedAndNotOneLess() {
    var text = "x".repeat(4096).getBytes();

    assertThat(inspection.inspect(new Upload("a.txt", text))).isEqualTo(FileType.TXT);
    assertThat(refusal("a.txt", Arrays.copyOf(text, 4097)).key()).isEqualTo("documents.refused.too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\0.txt"})
  void aFileNeedsAName(String name) {
    assertThat(refusal(name, Files.TEXT).key()).isEqualTo("documents.refused.name");
  }

  @Test
  void aBrokenZipIsNoOfficeFile() {
    var broken = Files.DOCX.clone();
    Arrays.fill(broken, broken.length - 60, broken.length, (byte) 0xff);

    assertThatThrownBy(() -> inspection.inspect(new Upload("a.docx", broken))).isInstanceOf(Refused.class);
  }

  private Refused refusal(String name, byte[] content) {
    return catchThrowableOfType(Refused.class, () -> inspection.inspect(new Upload(name, content)));
  }

  private static String code(Object argument) {
    return ((MessageSourceResolvable) argument).getCodes()[0].replace("documents.family.", "");
  }
}
