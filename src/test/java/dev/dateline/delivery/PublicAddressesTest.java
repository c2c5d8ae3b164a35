package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::127.0.0.1",
        "2001:db8::1",
        "2002:7f00:1::",
        "64:ff9b::10.0.0.1",
        "2001::1",
        "100::1"
      })
  void isNotPublic(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.9.9.9",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "2a00:1450::1",
        "2606:4700::1",
        "64:ff9b::9.9.9.9",
        "2002:909:909::"
      })
  void isPublic(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameThatLeadsInsideWithOneOfItsAddressesIsRefused() throws Exception {
    InetAddress[] found = {
      InetAddress.getByName("9.9.9.9"), InetAddress.getByName("10.0.0.1"),
    };
    DnsResolver names =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return found;
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    assertThatThrownBy(() -> new PublicAddresses(names).resolve("hooks.example"))
        .isInstanceOf(PublicAddresses.NotPublicException.class)
        .hasMessageContaining("10.0.0.1");
  }
}
