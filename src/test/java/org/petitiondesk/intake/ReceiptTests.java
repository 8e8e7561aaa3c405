package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.intake.IntakeDesk.flash;
import static org.petitiondesk.intake.IntakeDesk.lodge;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.people.SigningKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class ReceiptTests {

  private static final byte[] NOTE = "路灯位置".getBytes(StandardCharsets.UTF_8);
  private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private SigningKey key;

  private IntakeDesk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new IntakeDesk(mvc, users);
  }

  @Test
  void theCameraReadsWhereToFollowAndWhereToCheck() throws Exception {
    var lodged = desk.lodge(lodge());

    var receipt = receipt(lodged);

    assertThat(read(receipt, "follow"))
        .isEqualTo("http://localhost/follow?code=" + flash(lodged, "trackingCode"));
    assertThat(read(receipt, "check")).isEqualTo("http://localhost/receipt/check?proof=" + flash(lodged, "proof"));
    assertThat(receipt.select("[data-qr] path").attr("d")).doesNotContain(flash(lodged, "secret"));
  }

  @Test
  void theFollowPageKnowsTheScannedCodeAndStillAsksForTheSecret() {
    assertThat(mvc.get().uri("/follow?code=ACDE-FGHJ-KMNP")).hasStatusOk().bodyText()
        .contains("value=\"ACDE-FGHJ-KMNP\"", "name=\"secret\"");
  }

  @Test
  void theCopyOnTheReceiptIsWhatTheProofIsAbout() throws Exception {
    var lodged = desk.lodge(lodge(), new MockMultipartFile("attachments", "说明.txt", null, NOTE));
    var copy = copy(receipt(lodged));
    assertThat(new String(copy, StandardCharsets.UTF_8)).contains("路灯不亮", "桂花路的路灯一个月不亮了。").doesNotContain("李四");

    var page = page(check(flash(lodged, "proof"), new MockMultipartFile("files", "XF.txt", null, copy),
        new MockMultipartFile("files", "说明.txt", null, NOTE),
        new MockMultipartFile("files", "其他.txt", null, new byte[]{1})));

    assertThat(page.select("[data-verdict=valid]")).hasSize(1);
    assertThat(page.select("[data-part]").eachAttr("data-part")).containsExactly("COPY", "ATTACHMENT", "OTHER");
    assertThat(page.text()).contains("一字不差").doesNotContain("路灯不亮", "李四");
  }

  @Test
  void aProofIsCheckedFromItsAddressInBothLanguages() {
    var proof = flash(desk.lodge(lodge()), "proof");

    assertThat(mvc.get().uri("/receipt/check?proof={proof}", proof)).hasStatusOk().bodyText()
        .contains("data-verdict=\"valid\"", "有效", "登记").doesNotContain("??");
    assertThat(mvc.get().uri("/receipt/check?lang=en&proof={proof}", proof)).hasStatusOk().bodyText()
        .contains("This desk has issued the receipt").doesNotContain("??");
    assertThat(mvc.get().uri("/receipt/check?lang=zh")).hasStatusOk().bodyText().doesNotContain("data-verdict", "??");
  }

  @Test
  void aChangedProofIsNotValidAndIsShownAsItWasTyped() {
    var proof = flash(desk.lodge(lodge()), "proof").replaceFirst("XF2", "XF3");

    assertThat(check(proof)).hasStatusOk().bodyText().contains("data-verdict=\"invalid\"", "不是本系统签发", proof);
    assertThat(check("<script>alert(1)</script>")).hasStatusOk().bodyText().contains("data-verdict=\"invalid\"")
        .doesNotContain("<script>alert");
  }

  @Test
  void thePublicKeyIsForEverybody() {
    assertThat(mvc.get().uri("/receipt/key")).hasStatusOk()
        .headers().hasValue(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-key.pem\"");
    assertThat(mvc.get().uri("/receipt/key")).bodyText().isEqualTo(key.publicKeyInPem());
  }

  private MvcTestResult check(String proof, MockMultipartFile... files) {
    var form = mvc.post().uri("/receipt/check").multipart();
    Arrays.stream(files).forEach(form::file);
    return form.with(csrf()).param("proof", proof).exchange();
  }

  private Document receipt(MvcTestResult lodged) throws Exception {
    return page(mvc.get().uri("/receipt").cookie(lodged.getResponse().getCookies()).exchange());
  }

  private static Document page(MvcTestResult result) throws Exception {
    assertThat(result).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private static byte[] copy(Document receipt) {
    var link = receipt.selectFirst("[data-copy]");
    assertThat(link.attr("download")).matches("XF\\d{4}-\\d{6,}\\.txt");
    return Base64.getDecoder().decode(link.attr("href").replaceFirst(".*base64,", ""));
  }

  /** Another library than the one that drew it, as a telephone would. */
  private static String read(Document page, String what) throws Exception {
    var drawing = page.selectFirst("[data-qr=" + what + "]");
    var side = Integer.parseInt(drawing.attr("viewBox").split(" ")[3]);
    var zoom = 4;
    var pixels = new int[side * zoom * side * zoom];
    Arrays.fill(pixels, 0xFFFFFF);
    var modules = MODULE.matcher(drawing.selectFirst("path").attr("d"));
    while (modules.find()) {
      for (var i = 0; i < zoom * zoom; i++) {
        var x = Integer.parseInt(modules.group(1)) * zoom + i % zoom;
        var y = Integer.parseInt(modules.group(2)) * zoom + i / zoom;
        pixels[y * side * zoom + x] = 0;
      }
    }
    var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side * zoom, side * zoom, pixels)));
    return new QRCodeReader().decode(image, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }
}
