package org.petitiondesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Part;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class UploadLimitTests {

  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  @Test
  void anUploadThatTheContainerRefusesGoesNoFurther() throws Exception {
    var request = tooLarge("multipart/form-data; boundary=x");

    new UploadLimit().doFilter(request, response, chain);

    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
        .isInstanceOf(MaxUploadSizeExceededException.class);
    assertThat(chain.getRequest()).isNull();
  }

  @Test
  void whatIsNoUploadIsNotRead() throws Exception {
    new UploadLimit().doFilter(tooLarge("application/json"), response, chain);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(chain.getRequest()).isNotNull();
  }

  private static MockHttpServletRequest tooLarge(String type) {
    var request = new MockHttpServletRequest("POST", "/lodge") {
      @Override
      public Collection<Part> getParts() {
        throw new IllegalStateException("the request was rejected because its size exceeds the maximum");
      }
    };
    request.setContentType(type);
    return request;
  }
}
