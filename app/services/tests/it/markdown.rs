//! Markdown of somebody hostile: only a short list of elements comes out, whatever goes in.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use regex::Regex;
use services::markdown::{html, plain};

#[track_caller]
fn shows(text: &str, expected: &str) {
    assert_eq!(html(text).as_str(), expected, "{text:?}");
}

/// Elements and attributes that pages may hold, and nothing besides.
fn is_harmless(markup: &str) -> bool {
    let tag = Regex::new(
        r#"^</?(p|br|strong|em|ul|ol|li|h3|h4|blockquote|hr)>|^</a>|^<a( href="(https?://|mailto:)[^"<>]*")? rel="nofollow ugc noopener">"#,
    );
    let tag = tag.expect("a pattern");
    markup.match_indices('<').all(|(at, _)| tag.is_match(&markup[at..]))
}

#[test]
fn what_people_write_looks_as_they_mean_it() {
    shows("One.\nTwo.\n\nThree.", "<p>One.<br>\nTwo.</p>\n<p>Three.</p>");
    shows("**bold** and *italic*", "<p><strong>bold</strong> and <em>italic</em></p>");
    shows("# Large\n### Small", "<h3>Large</h3>\n<h4>Small</h4>");
    shows("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
    shows("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>");
    shows("> said", "<blockquote>\n<p>said</p>\n</blockquote>");
    shows("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>");
    let link =
        r#"<p><a href="https://a.example/?b=1&amp;c" rel="nofollow ugc noopener">words</a></p>"#;
    shows("[words](https://a.example/?b=1&c)", link);
    shows("![a boat](https://a.example/x.png)", "<p>a boat</p>");
    shows("`code`", "<p>code</p>");
    shows("", "");
}

#[test]
fn hostile_markdown_does_nothing() {
    let links = [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](java\nscript:alert(1))",
        "[a](java&#10;script:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](&#x1;javascript:alert(1))",
        "[a](\u{1}javascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[a](vbscript:msgbox(1))",
        "[a](file:///etc/passwd)",
        "[a](//evil.example)",
        "[a](/en/sign-in)",
        "[a](#main)",
        "[a](?date=1)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[b]\n\n[b]: <javascript:alert(1)> \"title\"",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[![a](javascript:alert(1))](javascript:alert(2))",
    ];
    for text in links {
        let markup = html(text);
        assert!(is_harmless(markup.as_str()), "{text:?}: {markup:?}");
        assert!(!markup.as_str().contains("href"), "{text:?}: {markup:?}");
    }
    let elements = [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "</div></section><iframe src=//evil.example>",
        "<style>*{display:none}</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<p onclick=alert(1)>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?php echo 1 ?>",
        "**<b onmouseover=alert(1)>**",
        "```html\n<script>alert(1)</script>\n```",
        "    <script>alert(1)</script>",
        "`<script>`",
        "[a](https://a.example/\"onmouseover=\"alert(1))",
        "[a](https://a.example 'x\" onmouseover=\"alert(1)')",
        "[<script>](https://a.example)",
        "{{7*7}} ${7*7} {0.__class__}",
        "</textarea></title><svg onload=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ];
    for text in elements {
        let markup = html(text);
        assert!(is_harmless(markup.as_str()), "{text:?}: {markup:?}");
    }
    // What was typed is there to be read.
    shows("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    let link = r#"<p>[in <a href="https://a.example" rel="nofollow ugc noopener">a</a>](https://b.example)</p>"#;
    shows("[in [a](https://a.example)](https://b.example)", link);
}

#[test]
fn plain_text_has_no_signs_and_keeps_its_lines() {
    let text = "# Choir\n\nWe **sing** on *Mondays*.\nCome!\n\n- tea\n- [map](https://m.example)\n\n\
        1. one\n2. two\n\n> said\n\n<https://x.example> <b>";
    let expected = "Choir\n\nWe sing on Mondays.\nCome!\n\n• tea\n• map (https://m.example)\n\n\
        1. one\n2. two\n\nsaid\n\nhttps://x.example <b>";
    assert_eq!(plain(text), expected);
    assert_eq!(plain("One.\n\nTwo."), "One.\n\nTwo.");
}

#[test]
fn no_text_takes_long() {
    let longest = 20_000;
    let signs =
        ["[", "*a ", "**", "> ", "- ", "<", "![", "`", "_a", "&#1", "a\n", "[a](", "<a b=\"", "]("];
    let mut texts: Vec<String> =
        signs.iter().map(|sign| sign.repeat(longest / sign.len())).collect();
    texts.push(format!("{}a{}", "**".repeat(5_000), "**".repeat(5_000)));
    texts.push((0..2_000).map(|n| format!("[{n}]: a\n")).collect());
    for text in texts {
        let start = Instant::now();
        let (markup, _) = (html(&text), plain(&text));
        let took = start.elapsed();
        assert!(is_harmless(markup.as_str()), "{:?}", &text[..40]);
        // Tests are not optimised: a server takes a twentieth of it.
        assert!(took < Duration::from_secs(5), "{:?} took {took:?}", &text[..40]);
    }
}

proptest! {
    #[test]
    fn nothing_but_the_short_list_comes_out(text in r#"[\[\]()<>!*_`#>\-&;:"'/ \na-j{}$=]{0,120}"#) {
        let markup = html(&text);
        prop_assert!(is_harmless(markup.as_str()), "{:?}", markup);
        let _ = plain(&text);
    }
}
