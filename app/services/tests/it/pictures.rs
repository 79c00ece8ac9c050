//! Pictures that people send: what is kept of them, what is refused, and who may.

use std::io::Cursor;
use std::process::Command;

use domain::accounts::Actor;
use domain::events::drafts::StartDraft;
use domain::ids::PictureId;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use domain::pictures::{MAX_OCTETS, PictureDraft, QUOTA};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use services::Error;
use services::events::Search;
use services::events::editing::Target;
use services::organisations::editing::Target as OrganisationTarget;
use services::pictures::Purpose;

use crate::support::{House, NewEvent, refused};

const CLUB: &str = "peace-club";
const CUP: &str = "peace-cup";

fn target(actor: &Actor, version: i64) -> Target<'_> {
    Target { actor, organisation: CLUB, slug: CUP, version, quiet: false }
}

fn said(alt: &str) -> PictureDraft {
    let alts = [("en".to_owned(), alt.to_owned())].into();
    PictureDraft { focus_x: "20".into(), focus_y: "80".into(), alts }
}

/// Red at the left, blue at the right.
fn two_halves(width: u32, height: u32) -> DynamicImage {
    let half = |x| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    RgbImage::from_fn(width, height, |x, _| half(x)).into()
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).expect("a file");
    file.into_inner()
}

/// A JPEG that lies on its side and tells where it was taken, who took it, and more.
fn from_a_phone() -> Vec<u8> {
    // TIFF, little-endian: orientation 6 (turn to the right), and a directory of GPS with one entry.
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"); // orientation
    exif.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"); // GPS directory
    exif.extend(b"\0\0\0\0\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    exif.extend(b"33.6044N 7.6156W SECRET-PLACE");
    let plain = written(&two_halves(900, 600), ImageFormat::Jpeg);
    let mut file = plain[..2].to_vec();
    for (marker, content) in [(0xe1, &exif[..]), (0xfe, b"SECRET-COMMENT <script>")] {
        file.extend([0xff, marker]);
        file.extend(u16::try_from(content.len() + 2).expect("short").to_be_bytes());
        file.extend(content);
    }
    file.extend(&plain[2..]);
    file.extend(b"PK\x03\x04 SECRET-TRAILER");
    file
}

async fn write(
    house: &House,
    actor: &Actor,
    version: i64,
    file: Option<Vec<u8>>,
) -> Result<(), Error> {
    house.events.write_picture(&target(actor, version), &said("Two halves"), file).await
}

/// Why a file was refused.
async fn code_of(house: &House, actor: &Actor, file: Vec<u8>) -> Code {
    let refused = refused(write(house, actor, 1, Some(file)).await);
    assert_eq!(refused[0].0, Field::PictureFile);
    refused[0].1
}

/// A PNG that says it is this large and has almost nothing in it.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut file = written(&two_halves(8, 8), ImageFormat::Png);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = checksum(&file[12..29]);
    file[29..33].copy_from_slice(&sum.to_be_bytes());
    file
}

/// The checksum of a part of a PNG (ISO 3309).
fn checksum(part: &[u8]) -> u32 {
    let byte = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 }
        })
    };
    !part.iter().fold(!0, byte)
}

/// A PNG with the part that says that it moves.
fn moving() -> Vec<u8> {
    let still = written(&two_halves(8, 8), ImageFormat::Png);
    let part = b"acTL\0\0\0\x02\0\0\0\0";
    let mut file = still[..33].to_vec();
    file.extend(8_u32.to_be_bytes());
    file.extend(part);
    file.extend(checksum(part).to_be_bytes());
    file.extend(&still[33..]);
    file
}

/// What a judge that is not ours says of a file: its kind, its size, its parts.
fn judged(file: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("picture");
    std::fs::write(&path, file).expect("a file");
    let python = std::env::var("CONCORD_PYTHON").unwrap_or_else(|_| "python3".into());
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judges/pictures.py");
    let output = Command::new(python).arg(judge).arg(&path).output().expect("python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

both! {
    async fn a_picture_is_kept_upright_in_three_widths_without_what_it_told(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        write(&house, &organiser, 1, Some(from_a_phone())).await.expect("saved");
        let page = house.events.page(Language::English, CUP, None).await.expect("a page");
        let kept = page.content.picture.as_ref().expect("a picture");
        let seen = kept.seen(Language::English).expect("a text");
        assert_eq!(seen.alt, "Two halves");
        let picture = seen.picture;
        assert_eq!((picture.width, picture.height, picture.focus), (600, 900, (20, 80)));
        assert!(picture.path(400).ends_with("-400.jpg") && picture.sources().contains(" 600w"));
        for width in [400, 600] {
            let file = house.pictures.file(picture.id, width).await.expect("a file");
            assert_eq!(file.purpose, Purpose::Event);
            // Nothing but what a JPEG needs: no APP1 (EXIF, XMP), no comment.
            let expected = format!("JPEG {width}x{} parts: APP0 SOF0 DQT DHT SOS EOI", width * 3 / 2);
            assert_eq!(judged(&file.bytes), expected);
            let secret = file.bytes.windows(6).any(|part| part == b"SECRET" || part == b"script");
            assert!(!secret, "something else than points was kept");
            let points = image::load_from_memory(&file.bytes).expect("a picture").to_rgb8();
            let (top, bottom) = (points.get_pixel(width / 2, 5), points.get_pixel(width / 2, width));
            assert!(top.0[0] > 150 && bottom.0[2] > 150, "turned: {top:?} {bottom:?}");
        }
        let wider = house.pictures.file(picture.id, 800).await;
        assert!(matches!(wider, Err(Error::NotFound)), "it is not enlarged");
        let unknown = house.pictures.file(PictureId(uuid::Uuid::nil()), 400).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
    }

    async fn what_is_no_picture_is_refused_at_its_field(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let png = written(&two_halves(64, 64), ImageFormat::Png);
        let jpeg = written(&two_halves(64, 64), ImageFormat::Jpeg);
        let webp = written(&two_halves(64, 64), ImageFormat::WebP);
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        let cases = [
            (b"hello".to_vec(), Code::PictureKind),
            (svg.to_vec(), Code::PictureKind),
            (b"GIF89a/*\x01\0\x01\0*/=1;alert(1)".to_vec(), Code::PictureKind),
            (b"%PDF-1.7".to_vec(), Code::PictureKind),
            ([b"<script>".to_vec(), png.clone()].concat(), Code::PictureKind),
            (png[..png.len() / 2].to_vec(), Code::PictureBroken),
            (jpeg[..jpeg.len() - 10].to_vec(), Code::PictureBroken),
            (jpeg[..30].to_vec(), Code::PictureBroken),
            (webp[..webp.len() / 2].to_vec(), Code::PictureBroken),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Code::PictureBroken),
            (bomb(30_000, 30_000), Code::PicturePixels),
            (bomb(10_000, 4_001), Code::PicturePixels),
            (bomb(1, 60_000), Code::PicturePixels),
            (moving(), Code::PictureMoves),
            (vec![0xff; MAX_OCTETS + 1], Code::PictureLarge),
        ];
        for (number, (file, code)) in (0..).zip(cases) {
            assert_eq!(code_of(&house, &organiser, file).await, code, "case {number}");
        }
        assert_eq!(refused(write(&house, &organiser, 1, None).await), [(Field::PictureFile, Code::Required)]);
        assert_eq!(house.number("select count(*) from picture_files").await, 0);
        for file in [png, jpeg, webp] {
            let version = house.number("select max(version) from events").await;
            write(&house, &organiser, version, Some(file)).await.expect("a picture");
        }
    }

    async fn a_picture_is_seen_where_somebody_said_what_is_on_it(house: House) {
        let texts = vec![("en", "Peace Cup".into()), ("fr", "Coupe".into())];
        house.announce(NewEvent { texts, ..NewEvent::default() }).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let file = written(&two_halves(500, 300), ImageFormat::Png);
        write(&house, &organiser, 1, Some(file.clone())).await.expect("saved");
        let edited = house.events.edited(&organiser, CLUB, CUP, Language::English).await;
        let edited = edited.expect("an event").written;
        assert_eq!(edited.unseen_in(), [Language::French]);
        let first = edited.picture.expect("a picture").id;
        let seen = async |language| {
            let found = house.events.list(language, &Search { page: 1, ..Search::default() }).await;
            found.expect("a list").cards[0].picture.clone().map(|seen| seen.alt)
        };
        assert_eq!(seen(Language::English).await.as_deref(), Some("Two halves"));
        assert_eq!(seen(Language::French).await, None);

        let mut more = said("Two halves");
        more.alts.insert("fr".into(), "Deux moitiés".into());
        house.events.write_picture(&target(&organiser, 2), &more, None).await.expect("saved");
        assert_eq!(seen(Language::French).await.as_deref(), Some("Deux moitiés"));
        let stale = write(&house, &organiser, 2, Some(file.clone())).await;
        assert!(matches!(stale, Err(Error::Conflict)));

        write(&house, &organiser, 3, Some(file)).await.expect("another");
        let gone = house.pictures.file(first, 400).await;
        assert!(matches!(gone, Err(Error::NotFound)), "what is replaced is gone");
        assert_eq!(house.number("select pictures from organisations").await, 1);
        house.events.remove_picture(&target(&organiser, 4)).await.expect("removed");
        for table in ["pictures", "picture_ids", "picture_files", "picture_texts"] {
            assert_eq!(house.number(&format!("select count(*) from {table}")).await, 0, "{table}");
        }
        assert_eq!(house.number("select pictures from organisations").await, 0);
        let again = house.events.remove_picture(&target(&organiser, 5)).await;
        assert!(matches!(again, Err(Error::NotFound)));
        let viewer = house.member(CLUB, Role::Viewer).await;
        let refusal = write(&house, &viewer, 5, Some(b"hello".to_vec())).await;
        assert!(matches!(refusal, Err(Error::Forbidden)));
    }

    async fn a_logo_keeps_what_is_clear_and_the_quota_holds(house: House) {
        house.announce(NewEvent::default()).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let target = |version| OrganisationTarget { actor: &owner, organisation: CLUB, version };
        let clear = RgbaImage::from_pixel(120, 60, Rgba([10, 20, 30, 0]));
        let file = written(&clear.into(), ImageFormat::Png);
        let organisations = &house.organisations;
        organisations.write_logo(&target(1), Some(file.clone())).await.expect("saved");
        organisations.write_logo(&target(2), Some(file.clone())).await.expect("saved again");
        let logo = organisations.page(Language::Arabic, CLUB).await.expect("a page").logo;
        let logo = logo.expect("a logo");
        let kept = house.pictures.file(logo.id, 120).await.expect("a file");
        assert_eq!(kept.purpose, Purpose::Logo);
        assert_eq!(judged(&kept.bytes), "PNG 120x60 parts: IHDR IDAT IEND");
        let points = image::load_from_memory(&kept.bytes).expect("a picture").to_rgba8();
        assert_eq!(points.get_pixel(60, 30).0[3], 0);

        let full = format!("update organisations set pictures = {QUOTA}");
        house.change(&full).await.expect("as many as can be");
        assert_eq!(
            refused(write(&house, &owner, 1, Some(file.clone())).await),
            [(Field::PictureFile, Code::PictureQuota)]
        );
        let too_many = house.change("update organisations set pictures = pictures + 1").await;
        assert!(too_many.is_err(), "the database itself refuses one more");
        organisations.write_logo(&target(3), Some(file)).await.expect("one for another");
        organisations.remove_logo(&target(4)).await.expect("removed");
        assert_eq!(house.number("select pictures from organisations").await, QUOTA - 1);
    }

    async fn a_new_event_begins_with_the_picture_of_an_earlier_one(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let file = written(&two_halves(500, 300), ImageFormat::Png);
        write(&house, &organiser, 1, Some(file)).await.expect("saved");
        let draft = StartDraft {
            title: "Next Cup".into(),
            language: "en".into(),
            discipline: "sports/football".into(),
            from: CUP.into(),
            carry: [("picture".into(), "on".into())].into(),
        };
        let slug = house.events.start(&organiser, CLUB, &draft).await.expect("an event");
        let picture = async |slug: &str| {
            let edited = house.events.edited(&organiser, CLUB, slug, Language::English).await;
            edited.expect("an event").written.picture.expect("a picture")
        };
        let (first, second) = (picture(CUP).await, picture(&slug).await);
        assert_ne!(first.id, second.id);
        assert_eq!((first.focus, &first.alts), (second.focus, &second.alts));
        let file = async |id| house.pictures.file(id, 400).await.expect("a file").bytes;
        assert_eq!(file(first.id).await, file(second.id).await);
        assert_eq!(house.number("select max(pictures) from organisations").await, 2);

        house.change("update organisations set pictures = 200").await.expect("changed");
        let wrong = house.events.start(&organiser, CLUB, &draft).await;
        assert_eq!(refused(wrong), [(Field::Carry, Code::PictureQuota)]);
    }
}
