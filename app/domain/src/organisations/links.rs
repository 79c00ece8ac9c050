//! Where a link of an organisation leads, as far as its host tells.

/// A place where organisations have pages. Its name is the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// One of the places that many know.
    Known(&'static str),
    /// Any other page.
    Website,
}

/// The hosts of places that many know, and their names.
const KNOWN: &[(&str, &str)] = &[
    ("facebook.com", "Facebook"),
    ("instagram.com", "Instagram"),
    ("youtube.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("x.com", "X"),
    ("twitter.com", "X"),
    ("tiktok.com", "TikTok"),
    ("linkedin.com", "LinkedIn"),
    ("t.me", "Telegram"),
    ("wa.me", "WhatsApp"),
    ("whatsapp.com", "WhatsApp"),
    ("vk.com", "VK"),
    ("weibo.com", "Weibo"),
    ("bilibili.com", "Bilibili"),
    ("bsky.app", "Bluesky"),
    ("mastodon.social", "Mastodon"),
    ("soundcloud.com", "SoundCloud"),
    ("spotify.com", "Spotify"),
    ("vimeo.com", "Vimeo"),
    ("flickr.com", "Flickr"),
];

impl LinkKind {
    /// What stands behind this address.
    #[must_use]
    pub fn of(url: &str) -> Self {
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let host = host.to_ascii_lowercase();
        let is_at = |known: &str| {
            host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let known = KNOWN.iter().find(|(known, _)| is_at(known));
        known.map_or(Self::Website, |(_, name)| Self::Known(name))
    }
}

#[cfg(test)]
mod tests {
    use super::LinkKind;

    #[test]
    fn a_known_host_gives_its_name_and_a_look_alike_does_not() {
        assert_eq!(LinkKind::of("https://www.Instagram.com/club"), LinkKind::Known("Instagram"));
        assert_eq!(LinkKind::of("https://t.me/club"), LinkKind::Known("Telegram"));
        for url in [
            "https://club.example",
            "https://notinstagram.com",
            "https://instagram.com.evil.example/",
            "https://evil.example/instagram.com",
        ] {
            assert_eq!(LinkKind::of(url), LinkKind::Website, "{url}");
        }
    }
}
