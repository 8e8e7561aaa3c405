package org.petitiondesk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class DocumentsTests {

  private static final Path PUBLIC_LIST = Path.of("../shared/data/attack/blns.json");
  /** Written for this test: what a name should never be, and is. */
  private static final List<String> NAUGHTY = List.of("<script>alert(1)</script>", "../../etc/passwd",
      "a\r\nX-Evil: 1",
      "\"; filename=evil.exe", "%0d%0aSet-Cookie: a=b", "证据\u202egnp.exe", "😀👩‍👩‍👧", "' or 1=1 --", "${7*7}",
      "[[${7*7}]]",
      "con", "a/b\\c", "<img src=x onerror=alert(1)>", "\u0001\u007f", "Ω≈ç√∫˜µ≤≥÷");

  @Autowired
  private Documents documents;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private ObjectMapper json;
  @Autowired
  private PlatformTransactionManager transactions;

  private Actor officer;
  private CaseId caseId;

  @BeforeEach
  void aCase() {
    officer = accounts.actor("officer");
    caseId = aNewCase();
  }

  @Test
  void aFileIsReadBackByteForByte() {
    var id = documents.add(caseId, DocumentKind.EVIDENCE, new Upload("现场.png", Files.PNG), officer);

    assertThat(documents.content(id)).isEqualTo(Files.PNG);
    assertThat(documents.of(caseId)).singleElement().satisfies(document -> {
      assertThat(document.name()).isEqualTo("现场.png");
      assertThat(document.mediaType()).isEqualTo("image/png");
      assertThat(document.size()).isEqualTo(Files.PNG.length);
      assertThat(document.addedBy()).isEqualTo("officer");
      assertThat(document.sha256()).matches("[0-9a-f]{64}");
    });
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("document.added");
    assertThat(audit.of(caseId).toString()).doesNotContain("现场.png");
  }

  @Test
  void theSameBytesAreKeptOnce() {
    var content = Files.text("同一份材料 " + caseId);
    var one = documents.add(caseId, DocumentKind.MATERIAL, new Upload("一.txt", content), officer);
    var two = documents.add(aNewCase(), DocumentKind.EVIDENCE, new Upload("二.txt", content), officer);

    assertThat(documents.get(one).sha256()).isEqualTo(documents.get(two).sha256());
    assertThat(documents.get(two).name()).isEqualTo("二.txt");
    assertThat(jdbc.sql("select count(*) from file_content where sha256 = ?").param(documents.get(one).sha256())
        .query(Long.class).single()).isOne();
  }

  @Test
  void manyAtOnceMayHandInTheSameFile() throws Exception {
    var content = Files.text("大家都交的那份 " + caseId);
    var pool = Executors.newFixedThreadPool(6);
    try {
      var work = new ArrayList<Callable<DocumentId>>();
      for (var i = 0; i < 12; i++) {
        var own = aNewCase();
        work.add(() -> documents.add(own, DocumentKind.MATERIAL, new Upload("同.txt", content), officer));
      }
      for (var done : pool.invokeAll(work)) {
        assertThat(documents.content(done.get())).isEqualTo(content);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theLargestAllowedFileFitsAndOneByteMoreDoesNot() {
    var large = new byte[20 * 1024 * 1024];
    new Random(7).nextBytes(large);
    System.arraycopy(Files.PDF, 0, large, 0, Files.PDF.length);

    var id = documents.add(caseId, DocumentKind.MATERIAL, new Upload("大.pdf", large), officer);

    assertThat(documents.content(id)).isEqualTo(large);
    var larger = Arrays.copyOf(large, large.length + 1);
    assertThatThrownBy(() -> documents.add(caseId, DocumentKind.MATERIAL, new Upload("更大.pdf", larger), officer))
        .isInstanceOf(Refused.class).hasMessageContaining("too-large");
    jdbc.sql("delete from document where id = ?").param(id.value()).update();
  }

  @Test
  void aRefusedFileLeavesNothingBehind() {
    var before = audit.of(caseId);

    assertThatThrownBy(() -> documents.add(caseId, DocumentKind.MATERIAL, new Upload("合同.pdf", Files.EXE), officer))
        .isInstanceOf(Refused.class);

    assertThat(documents.of(caseId)).isEmpty();
    assertThat(audit.of(caseId)).isEqualTo(before);
  }

  @Test
  void everyNameIsKeptUnchanged() {
    var kept = new HashMap<DocumentId, String>();
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> naughtyNames().stream().map(name -> name + ".png")
            .forEach(name -> kept.put(add(name), name)));

    assertThat(kept).hasSizeGreaterThanOrEqualTo(NAUGHTY.size());
    assertThat(documents.of(caseId)).hasSameSizeAs(kept.keySet())
        .allSatisfy(document -> assertThat(document.name()).isEqualTo(kept.get(document.id())));
  }

  @Test
  void everyNameIsDownloadedWithoutHarm() {
    var session = logIn("officer");
    for (var name : NAUGHTY) {
      var answer = download(caseId, add(name + ".png"), session);

      assertThat(answer).as(name).hasStatusOk();
      assertThat(answer.getResponse().getHeaderNames()).doesNotContain("X-Evil", "Set-Cookie");
      var header = answer.getResponse().getHeader("Content-Disposition");
      assertThat(header).isPrintable();
      assertThat(ContentDisposition.parse(header).getFilename()).as(name).doesNotContain("/", "\\", "\u202e")
          .endsWith(".png");
    }
  }

  @Test
  void aDownloadIsKeptAndNotRun() {
    var sheet = documents.add(caseId, DocumentKind.MATERIAL, new Upload("合同.xlsx", Files.XLSX), officer);
    var png = documents.add(caseId, DocumentKind.MATERIAL, new Upload("图.png", Files.PNG), officer);
    var session = logIn("officer");

    assertThat(download(caseId, sheet, session)).hasStatusOk()
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .satisfies(answer -> assertThat(answer.getResponse().getHeader("Content-Disposition"))
            .startsWith("attachment;").contains("filename*=UTF-8''%E5%90%88%E5%90%8C.xlsx"));
    assertThat(download(caseId, png, session).getResponse().getHeader("Content-Disposition")).startsWith("inline;");
  }

  @Test
  void whoMayNotSeeTheCaseLearnsNothing() {
    var id = documents.add(caseId, DocumentKind.MATERIAL, new Upload("图.png", Files.PNG), officer);

    assertThat(download(caseId, id, logIn("health.handler"))).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(download(caseId, id, logIn("auditor"))).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/cases/{case}/documents/{id}", caseId, id)).hasStatus(HttpStatus.FOUND);
  }

  @Test
  void aFileIsFoundUnderItsOwnCaseOnly() {
    var id = documents.add(caseId, DocumentKind.MATERIAL, new Upload("图.png", Files.PNG), officer);
    var session = logIn("officer");

    assertThat(download(aNewCase(), id, session)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(download(caseId, new DocumentId(caseId.value()), session)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/cases/{case}/documents/nonsense", caseId).cookie(session))
        .hasStatus(HttpStatus.BAD_REQUEST);
    assertThatThrownBy(() -> documents.get(new DocumentId(caseId.value()))).isInstanceOf(NotFound.class);
  }

  @Test
  void picturesPdfAndTextsAreShownWithinAPageAndRunNothing() {
    var session = logIn("officer");
    var picture = documents.add(caseId, DocumentKind.MATERIAL, new Upload("图<b>.png", Files.PNG), officer);
    var pdf = documents.add(caseId, DocumentKind.MATERIAL, new Upload("文.pdf", Files.PDF), officer);
    var old = documents.add(caseId, DocumentKind.MATERIAL, new Upload("旧.txt", Files.TEXT_GBK), officer);
    var hostile = documents.add(caseId, DocumentKind.MATERIAL,
        new Upload("话.txt", Files.text("他写道：<script>alert(1)</script> 就这样")), officer);
    var sheet = documents.add(caseId, DocumentKind.MATERIAL, new Upload("表.xlsx", Files.XLSX), officer);

    assertThat(preview(picture, session)).hasStatusOk().bodyText().contains("<img", "图&lt;b&gt;.png");
    assertThat(preview(pdf, session)).hasStatusOk().bodyText().contains("<iframe");
    assertThat(preview(old, session)).hasStatusOk().bodyText().contains("楼下餐馆油烟直排");
    assertThat(preview(hostile, session)).hasStatusOk().bodyText().contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert(1)");
    assertThat(preview(sheet, session)).hasStatusOk().bodyText().contains("请下载后打开");
    assertThat(download(caseId, picture, session).getResponse().getHeader("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
    assertThat(download(caseId, pdf, session).getResponse()).satisfies(answer -> {
      assertThat(answer.getHeader("Content-Disposition")).startsWith("inline");
      assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'")
          .contains("frame-ancestors 'self'").doesNotContain("script-src");
    });
    assertThat(preview(pdf, logIn("health.handler"))).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void whoLookedAtAFileIsOnRecord() {
    var id = documents.add(caseId, DocumentKind.MATERIAL, new Upload("图.png", Files.PNG), officer);

    download(caseId, id, logIn("officer2"));

    assertThat(audit.of(caseId)).filteredOn(entry -> entry.act().equals("document.viewed")).singleElement()
        .satisfies(entry -> {
          assertThat(entry.actorId()).isEqualTo("officer2");
          assertThat(entry.details()).containsEntry("document", id.toString());
        });
  }

  @Test
  void aFileInputThatWasLeftAloneIsNoFile() {
    assertThat(Upload.of(null)).isEmpty();
    assertThat(Upload.of(List.of(new MockMultipartFile("f", "", "application/octet-stream", new byte[0])))).isEmpty();
    assertThat(Upload.of(List.of(new MockMultipartFile("f", "空.txt", "text/plain", new byte[0])))).hasSize(1);
  }

  private List<String> naughtyNames() {
    var names = new ArrayList<>(NAUGHTY);
    // The public list is measured against where it lies beside the project; it is not part of it.
    if (java.nio.file.Files.exists(PUBLIC_LIST)) {
      try {
        names.addAll(List.of(json.readValue(PUBLIC_LIST.toFile(), String[].class)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  private DocumentId add(String name) {
    return documents.add(caseId, DocumentKind.MATERIAL, new Upload(name, Files.PNG), officer);
  }

  private CaseId aNewCase() {
    return cases.register(Registrations.ordinary().command(), officer).id();
  }

  private MvcTestResult download(CaseId caseId, DocumentId id, Cookie session) {
    return mvc.get().uri("/cases/{case}/documents/{id}", caseId, id).cookie(session).exchange();
  }

  private MvcTestResult preview(DocumentId id, Cookie session) {
    return mvc.get().uri("/cases/{case}/documents/{id}/preview", caseId, id).cookie(session).exchange();
  }

  private Cookie logIn(String account) {
    return mvc.post().uri("/login").with(csrf()).param("username", account).param("password", "petition-desk")
        .exchange().getResponse().getCookie("SESSION");
  }
}
