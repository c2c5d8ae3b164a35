package dev.dateline.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to public addresses only. The connection is made to the very addresses that were
 * looked at, so that a name server which answers differently each time gets nobody further. The
 * ranges are those of IANA's registries of special-purpose addresses. Thread-safe.
 */
final class PublicAddresses implements DnsResolver {

  /** Says that an address is not public. */
  static final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublicException(InetAddress address) {
      super("leads to an address that is not public, " + address.getHostAddress());
    }
  }

  private final DnsResolver names;

  PublicAddresses() {
    this(SystemDefaultDnsResolver.INSTANCE);
  }

  /**
   * @param names what names mean
   */
  PublicAddresses(DnsResolver names) {
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new NotPublicException(address);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return isPublicV4(bytes);
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if ((first & 0xe0) != 0x20) {
      // Of what is not 2000::/3 only the translated addresses of 64:ff9b::/96 are public.
      return startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
          && isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (first == 0x20 && second == 0x02) {
      return isPublicV4(Arrays.copyOfRange(bytes, 2, 6)); // 6to4 holds a v4 address
    }
    boolean special =
        startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) // documentation
            || startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0 // protocol assignments
            || startsWith(bytes, 0x3f, 0xff) && (bytes[2] & 0xf0) == 0; // documentation
    return !special;
  }

  private static boolean isPublicV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean special =
        first == 0
            || first == 10
            || first == 127
            || first >= 224 // multicast and reserved
            || first == 100 && (second & 0xc0) == 64 // shared by carriers
            || first == 169 && second == 254 // link-local
            || first == 172 && (second & 0xf0) == 16
            || first == 192 && second == 168
            || first == 192 && second == 0 && (third == 0 || third == 2)
            || first == 192 && second == 88 && third == 99
            || first == 198 && (second & 0xfe) == 18 // benchmarks
            || first == 198 && second == 51 && third == 100
            || first == 203 && second == 0 && third == 113;
    return !special;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
