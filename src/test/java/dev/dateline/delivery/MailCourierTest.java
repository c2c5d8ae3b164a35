package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.delivery.MailCourier.MailSettings;
import dev.dateline.delivery.MailCourier.Tls;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import dev.dateline.record.RecordClasses;
import jakarta.mail.internet.InternetAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MailCourierTest {

  static {
    RecordClasses.trust();
  }

  private static final Alert ALERT =
      Alert.newBuilder()
          .setAlertId("a1")
          .setRuleId("storms")
          .setState(AlertState.FIRED)
          .setItem(ItemRef.newBuilder().setId("k").setSource("ktb").setHeadline("Storm").build())
          .build();

  /** Says what a mail server says, to one client; gives what was sent as DATA. */
  private static CompletableFuture<String> serve(ServerSocket server, String answerToData) {
    return CompletableFuture.supplyAsync(
        () -> {
          StringBuilder data = new StringBuilder();
          try (Socket client = server.accept();
              BufferedReader in =
                  new BufferedReader(
                      new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 mail.example");
            boolean inData = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
              if (inData && !line.equals(".")) {
                data.append(line).append('\n');
              } else if (inData) {
                inData = false;
                say(out, answerToData);
              } else if (line.equals("DATA")) {
                inData = true;
                say(out, "354 go on");
              } else {
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
              }
            }
            return data.toString();
          } catch (IOException e) {
            return data.toString();
          }
        });
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static MailCourier courier(int port, Tls tls) throws Exception {
    return new MailCourier(
        new MailSettings(
            new InternetAddress("dateline@press.example"),
            List.of(new InternetAddress("desk@press.example")),
            "Dateline: ",
            "127.0.0.1",
            port,
            null,
            null,
            tls,
            Duration.ofSeconds(5)),
        Clock.systemUTC());
  }

  private static ServerSocket socket() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @Test
  void sendsOneMailForAll() throws Exception {
    try (ServerSocket server = socket();
        MailCourier courier = courier(server.getLocalPort(), Tls.NONE)) {
      CompletableFuture<String> mail = serve(server, "250 taken");
      assertThat(courier.deliver(List.of(ALERT, ALERT))).isEqualTo(Outcome.DELIVERED);
      assertThat(mail.join())
          .contains("Subject: Dateline: 2 alerts: storms")
          .contains("To: desk@press.example")
          .contains("Auto-Submitted: auto-generated")
          .containsPattern("Message-ID: <[0-9a-f-]{36}@dateline>")
          .contains("storms: Storm");
    }
  }

  @Test
  void aMailThatIsNotTakenMayBeTakenLater() throws Exception {
    try (ServerSocket server = socket();
        MailCourier courier = courier(server.getLocalPort(), Tls.NONE)) {
      serve(server, "452 no room");
      Outcome outcome = courier.deliver(List.of(ALERT));
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILED);
      assertThat(outcome.reason()).contains("452 no room");
    }
  }

  @Test
  void nothingIsSentInTheClearWhereEncryptionIsAskedFor() throws Exception {
    try (ServerSocket server = socket();
        MailCourier courier = courier(server.getLocalPort(), Tls.STARTTLS)) {
      CompletableFuture<String> mail = serve(server, "250 taken");
      assertThat(courier.deliver(List.of(ALERT)).kind()).isEqualTo(Outcome.Kind.FAILED);
      assertThat(mail.join()).isEmpty();
    }
  }
}
