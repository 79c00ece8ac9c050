//! How often one address may send forms: 200 at once, then 2 in a second.
//!
//! So much, because a whole school registers from behind one address. What a single mail address
//! may cause (mails in an hour) is a rule of `services`. The client's address is that of the
//! connection, or what our own proxies say about it; what a client writes itself changes nothing.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::Response;
use governor::clock::QuantaInstant;
use governor::middleware::NoOpMiddleware;
use ipnet::IpNet;
use tokio_util::sync::CancellationToken;
use tower_governor::GovernorLayer;
use tower_governor::errors::GovernorError;
use tower_governor::governor::{GovernorConfig, GovernorConfigBuilder};
use tower_governor::key_extractor::KeyExtractor;

const AT_ONCE: u32 = 200;
const ONE_MORE_EVERY: Duration = Duration::from_millis(500);

/// How often addresses that were quiet for long enough are forgotten.
const FORGET_EVERY: Duration = Duration::from_mins(1);

type Limit = GovernorConfig<ClientAddress, NoOpMiddleware<QuantaInstant>>;

/// Limits the forms of each address. Forgets quiet addresses until `stop`.
pub fn layer(
    trusted_proxies: &[IpNet],
    stop: CancellationToken,
) -> GovernorLayer<ClientAddress, NoOpMiddleware<QuantaInstant>, Body> {
    let limit = Arc::new(limit(trusted_proxies));
    let limiter = Arc::clone(limit.limiter());
    tokio::spawn(async move {
        let forget = async {
            loop {
                tokio::time::sleep(FORGET_EVERY).await;
                limiter.retain_recent();
            }
        };
        stop.run_until_cancelled(forget).await;
    });
    GovernorLayer::new(limit).error_handler(refuse)
}

fn limit(trusted_proxies: &[IpNet]) -> Limit {
    GovernorConfigBuilder::default()
        .period(ONE_MORE_EVERY)
        .burst_size(AT_ONCE)
        .methods(vec![Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .key_extractor(ClientAddress(trusted_proxies.into()))
        .finish()
        .expect("neither the burst nor the period is zero")
}

fn refuse(error: GovernorError) -> Response {
    match error {
        GovernorError::TooManyRequests { wait_time, .. } => {
            let seconds = wait_time.max(1);
            super::come_back(StatusCode::TOO_MANY_REQUESTS, seconds, "refused-often")
        }
        _ => super::refuse(StatusCode::BAD_REQUEST, "refused-broken"),
    }
}

/// Finds the address that a request comes from, knowing our own proxies.
#[derive(Debug, Clone)]
pub struct ClientAddress(Arc<[IpNet]>);

impl KeyExtractor for ClientAddress {
    type Key = IpAddr;

    fn extract<T>(&self, request: &Request<T>) -> Result<IpAddr, GovernorError> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let peer = peer.ok_or(GovernorError::UnableToExtractKey)?.0.ip();
        Ok(network(self.client(peer, request.headers())))
    }
}

impl ClientAddress {
    /// Walks back from the connection: as long as the address at hand is one of our proxies, it is
    /// believed about who came to it.
    fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        let lines = headers.get_all("x-forwarded-for");
        let hops = lines.iter().rev().flat_map(|line| {
            line.to_str().unwrap_or_default().rsplit(',').map(|hop| address(hop.trim()))
        });
        for hop in hops {
            let is_ours = self.0.iter().any(|network| network.contains(&client));
            match hop {
                Some(hop) if is_ours => client = hop.to_canonical(),
                _ => break,
            }
        }
        client
    }
}

/// An address as proxies write it: with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// What shares a limit: an IPv4 address, or the /64 that one IPv6 subscriber has to himself.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, SocketAddr};

    use axum::extract::ConnectInfo;
    use axum::http::Request;
    use tower_governor::key_extractor::KeyExtractor as _;

    use super::{AT_ONCE, ClientAddress, limit};

    fn proxies(networks: &[&str]) -> ClientAddress {
        ClientAddress(networks.iter().map(|network| network.parse().unwrap()).collect())
    }

    fn request(peer: &str, forwarded: &[&str]) -> Request<()> {
        let mut request = Request::builder();
        for line in forwarded {
            request = request.header("x-forwarded-for", *line);
        }
        let peer = SocketAddr::new(peer.parse().unwrap(), 50000);
        request.extension(ConnectInfo(peer)).body(()).unwrap()
    }

    #[track_caller]
    fn assert_key(extractor: &ClientAddress, peer: &str, forwarded: &[&str], expected: &str) {
        let key = extractor.extract(&request(peer, forwarded)).unwrap();
        assert_eq!(key, expected.parse::<IpAddr>().unwrap(), "{peer} {forwarded:?}");
    }

    #[test]
    fn a_forged_header_cannot_change_the_bucket() {
        let nobody = proxies(&[]);
        assert_key(&nobody, "203.0.113.9", &["198.51.100.1"], "203.0.113.9");
        let ours = proxies(&["10.0.0.0/24"]);
        assert_key(&ours, "203.0.113.9", &["198.51.100.1", "10.0.0.1"], "203.0.113.9");
        // The proxy appends what it saw; what stood there before is the client's own writing.
        assert_key(&ours, "10.0.0.5", &["198.51.100.1, 203.0.113.9"], "203.0.113.9");
        assert_key(&ours, "10.0.0.5", &["198.51.100.1", "203.0.113.9"], "203.0.113.9");
        assert_key(&ours, "10.0.0.5", &["10.0.0.7, 203.0.113.9"], "203.0.113.9");
    }

    #[test]
    fn every_hop_of_ours_is_walked_back() {
        let ours = proxies(&["10.0.0.0/24", "fd00::/8"]);
        assert_key(&ours, "10.0.0.5", &["203.0.113.9, 10.0.0.6"], "203.0.113.9");
        assert_key(&ours, "::ffff:10.0.0.5", &["203.0.113.9:4711"], "203.0.113.9");
        assert_key(&ours, "fd00::1", &["[2001:db8:1:2:3::4]:443"], "2001:db8:1:2::");
        assert_key(&ours, "10.0.0.5", &[], "10.0.0.5");
        assert_key(&ours, "10.0.0.5", &["unknown"], "10.0.0.5");
        assert_key(&ours, "10.0.0.5", &["203.0.113.9, garbage"], "10.0.0.5");
    }

    #[test]
    fn one_subscriber_of_ipv6_is_one_sender() {
        let nobody = proxies(&[]);
        assert_key(&nobody, "2001:db8:1:2:aaaa::1", &[], "2001:db8:1:2::");
        assert_key(&nobody, "2001:db8:1:2:bbbb::2", &[], "2001:db8:1:2::");
        assert_key(&nobody, "2001:db8:1:3::1", &[], "2001:db8:1:3::");
    }

    #[test]
    fn a_school_can_register_from_behind_one_address() {
        let limit = limit(&[]);
        let school = "203.0.113.9".parse().unwrap();
        assert!((0..AT_ONCE).all(|_| limit.limiter().check_key(&school).is_ok()));
        assert!(limit.limiter().check_key(&school).is_err());
        assert!(limit.limiter().check_key(&"203.0.113.10".parse().unwrap()).is_ok());
    }
}
