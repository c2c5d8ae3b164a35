package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.life.Sketch;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.text.Document;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts while the index does not answer, or answers late. */
class StoryProcessorTest {

  private static final String ITEM = "harbour-wire:1";
  private static final Sketch DAWN = sketch("We sail at dawn with the whole of the fleet");
  private static final Sketch DUSK = sketch("We stay in port until the gale has gone by");

  @TempDir Path stateDir;

  private Harness harness;
  private MockProcessorContext<RoutedKey, byte[]> context;
  private StoryProcessor processor;
  private long now = Harness.START.toEpochMilli();
  private long received = now;

  @BeforeEach
  void start() {
    harness = new Harness(stateDir.resolve("driver"));
    context = new MockProcessorContext<>();
    start(StoryProcessor.STORE);
    start(StoryProcessor.WAITING);
    processor = new StoryProcessor(harness.pipeline);
    context.setCurrentSystemTimeMs(now);
    processor.init(context);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  private void start(String name) {
    KeyValueStore<String, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
  }

  private static Sketch sketch(String text) {
    return Sketch.of(Document.of(text), 0);
  }

  private Outgoing alert(AlertState state) {
    Alert alert = Alert.newBuilder().setAlertId("a").setRuleId("sailing").setState(state).build();
    byte[] value =
        harness.serdes.of(Alert.class).serializer().serialize(harness.topics.alertMatches(), alert);
    return Outgoing.of(Sink.ALERT_MATCHES, RoutedKey.of("sailing", "sailing"), value);
  }

  private void process(StoryInput input) {
    processor.process(new Record<>(null, input, received));
  }

  private void publish(Sketch sketch, AlertState... alerts) {
    process(
        StoryEvent.current(
            ITEM, "harbour-wire", sketch, List.of(alerts).stream().map(this::alert).toList()));
  }

  private void kill() {
    process(
        StoryEvent.gone(
            ITEM, "harbour-wire", new RecordHeaders(), List.of(alert(AlertState.RETRACTED))));
  }

  private void answer(int round) {
    process(new StoryAnswer(ITEM, round, List.of()));
  }

  private void passTime(long millis) {
    for (long until = now + millis; now < until; ) {
      now += 100;
      context.setCurrentSystemTimeMs(now);
      context.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
    }
  }

  /** Alerts that were passed on since the last look: their state, and whether with a story. */
  private List<String> passedOn() {
    List<String> alerts =
        context.forwarded(Sink.ALERT_MATCHES.node()).stream()
            .map(it -> it.record().value())
            .map(
                value ->
                    harness
                        .serdes
                        .of(Alert.class)
                        .deserializer()
                        .deserialize(harness.topics.alertMatches(), value))
            .map(it -> it.getState() + (it.getStoryId() == null ? "" : " with its story"))
            .toList();
    context.resetForwards();
    return alerts;
  }

  private long sent(Sink sink) {
    return context.forwarded(sink.node()).size();
  }

  @Test
  void anAlertGoesOnWithItsStoryOnceThatIsDecided() {
    publish(DAWN, AlertState.FIRED);
    assertThat(passedOn()).isEmpty();
    answer(1);
    assertThat(sent(Sink.STORIES)).isEqualTo(1);
    assertThat(passedOn()).containsExactly("FIRED with its story");
    passTime(2000);
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void whereAnswersTakeLongerAlertsWaitForThem() {
    String other = "harbour-wire:2";
    process(StoryEvent.current(other, "harbour-wire", DUSK, List.of()));
    passTime(1500);
    process(new StoryAnswer(other, 1, List.of()));
    received = now;
    publish(DAWN, AlertState.FIRED);
    passTime(2500);
    assertThat(passedOn()).isEmpty();
    answer(1);
    assertThat(passedOn()).containsExactly("FIRED with its story");
  }

  @Test
  void inABacklogAlertsWaitLongerForTheirStory() {
    passTime(5000);
    publish(DAWN, AlertState.FIRED);
    passTime(9900);
    assertThat(passedOn()).isEmpty();
    passTime(200);
    assertThat(passedOn()).containsExactly("FIRED");
  }

  @Test
  void anAlertWaitsNoLongerThanASecond() {
    publish(DAWN, AlertState.FIRED);
    passTime(800);
    assertThat(passedOn()).isEmpty();
    passTime(200);
    assertThat(passedOn()).containsExactly("FIRED");
    answer(1);
    assertThat(sent(Sink.STORIES)).as("the story is found all the same").isEqualTo(1);
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void aKillLetsGoWhatWaitsAndDoesNotOvertakeIt() {
    publish(DAWN, AlertState.FIRED);
    kill();
    assertThat(passedOn()).containsExactly("FIRED", "RETRACTED");
    answer(1);
    assertThat(sent(Sink.STORIES)).as("an answer that comes too late").isZero();
    passTime(2000);
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void aRetractionByACorrectionWaitsBehindTheFiring() {
    publish(DAWN, AlertState.FIRED);
    passTime(500);
    publish(DUSK, AlertState.RETRACTED);
    answer(1);
    assertThat(passedOn()).as("an answer about the earlier text").isEmpty();
    passTime(500);
    assertThat(passedOn())
        .as("no longer than the first may wait")
        .containsExactly("FIRED", "RETRACTED");
    answer(2);
    assertThat(sent(Sink.STORIES)).isEqualTo(1);
  }

  @Test
  void aTextThatComesBackAfterItsKillIsAskedAboutAgain() {
    publish(DAWN);
    answer(1);
    kill();
    publish(DAWN, AlertState.FIRED);
    passedOn();
    answer(1);
    assertThat(sent(Sink.STORIES)).as("an answer from before the kill").isZero();
    answer(2);
    assertThat(sent(Sink.STORIES)).isEqualTo(1);
    assertThat(passedOn()).containsExactly("FIRED with its story");
  }

  @Test
  void whatWaitsWhenTheStreamStopsIsLetGoWhenItGoesOn() {
    publish(DAWN, AlertState.FIRED);
    processor = new StoryProcessor(harness.pipeline);
    processor.init(context);
    int last = context.scheduledPunctuators().size();
    now += 900;
    context.scheduledPunctuators().get(last - 2).getPunctuator().punctuate(now);
    assertThat(passedOn()).containsExactly("FIRED");
  }
}
