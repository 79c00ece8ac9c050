//! From a file that somebody sent to files of our own.
//!
//! The size is read before anything is unpacked, so that a small file cannot become a large
//! picture; two are worked on at once, away from the threads that answer requests. What the name of
//! the file says does not matter: its content does, and its name is never kept.

use std::io::Cursor;

use domain::invalid::{Code, Field};
use domain::pictures::{MAX_OCTETS, MAX_PIXELS, widths};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::{self, FilterType};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageResult, Limits, Rgb, RgbImage, RgbaImage,
    guess_format,
};
use tokio::sync::Semaphore;

use super::Purpose;
use crate::Error;

/// Pictures that are worked on at once: each may take a few hundred megabytes for a moment.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The most octets that the points of a picture may take: 40 million of eight bits and four
/// channels.
const MAX_UNPACKED: u64 = MAX_PIXELS * 4;

/// The longest side. Nothing useful is longer, and JPEG ends at 65,535.
const MAX_SIDE: u32 = 20_000;

/// How well a JPEG is kept, of 100: nobody sees what is lost.
const QUALITY: u8 = 82;

/// A picture as it is kept.
#[derive(Debug)]
pub(crate) struct Made {
    /// The width of the largest file.
    pub width: u32,
    /// The height of the largest file.
    pub height: u32,
    /// Every file with its width.
    pub files: Vec<(u32, Vec<u8>)>,
}

/// Makes files of our own from this one.
///
/// # Errors
/// `Invalid` at the field of the file if it is no picture that we take.
pub(crate) async fn make(file: Vec<u8>, purpose: Purpose) -> Result<Made, Error> {
    let turn = AT_ONCE.acquire().await.map_err(|error| Error::Internal(error.into()))?;
    let work = move || {
        // Held by the work and not by the request: who leaves does not let another one in.
        let _turn = turn;
        remake(&file, purpose)
    };
    let made = tokio::task::spawn_blocking(work).await;
    let made = made.map_err(|error| Error::Internal(error.into()))?;
    made.map_err(|code| Error::refused(Field::PictureFile, code))
}

fn remake(file: &[u8], purpose: Purpose) -> Result<Made, Code> {
    let picture = read(file)?;
    let widths = widths(picture.width());
    let width = widths.last().copied().unwrap_or(1);
    let mut picture = narrowed(picture, width);
    let (width, height) = (picture.width(), picture.height());
    let mut files = Vec::with_capacity(widths.len());
    // The largest first: each is made from the one before.
    for width in widths.into_iter().rev() {
        picture = narrowed(picture, width);
        let written = match purpose {
            Purpose::Event => jpeg(&picture),
            Purpose::Logo => png(&picture),
        };
        files.push((width, written.map_err(|_| Code::PictureBroken)?));
    }
    Ok(Made { width, height, files })
}

/// The points of a file, the right way up.
fn read(file: &[u8]) -> Result<DynamicImage, Code> {
    if file.len() > MAX_OCTETS {
        return Err(Code::PictureLarge);
    }
    let content = Cursor::new(file);
    let broken = |_| Code::PictureBroken;
    match guess_format(file).map_err(|_| Code::PictureKind)? {
        ImageFormat::Png => {
            let decoder = PngDecoder::with_limits(content, limits()).map_err(broken)?;
            if decoder.is_apng().map_err(broken)? {
                return Err(Code::PictureMoves);
            }
            unpack(decoder)
        }
        ImageFormat::Jpeg if has_end(file) => unpack(JpegDecoder::new(content).map_err(broken)?),
        ImageFormat::Jpeg => Err(Code::PictureBroken),
        ImageFormat::WebP => {
            let decoder = WebPDecoder::new(content).map_err(broken)?;
            if decoder.has_animation() {
                return Err(Code::PictureMoves);
            }
            unpack(decoder)
        }
        _ => Err(Code::PictureKind),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_UNPACKED * 2);
    limits
}

fn unpack(mut decoder: impl ImageDecoder) -> Result<DynamicImage, Code> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let is_long = width > MAX_SIDE || height > MAX_SIDE;
    if is_long || pixels > MAX_PIXELS || decoder.total_bytes() > MAX_UNPACKED {
        return Err(Code::PicturePixels);
    }
    decoder.set_limits(limits()).map_err(|_| Code::PicturePixels)?;
    // Cameras lay a picture on its side and say so beside it; what they say is not kept.
    let orientation = decoder.orientation().map_err(|_| Code::PictureBroken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Code::PictureBroken)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// Whether a JPEG has its end (ITU-T T.81, B.1): the decoder fills what is missing with grey.
fn has_end(file: &[u8]) -> bool {
    let mut at = 2;
    while let [0xff, marker, high, low, ..] = file[at.min(file.len())..] {
        let length = usize::from(u16::from_be_bytes([high, low]));
        match marker {
            // Filling before a marker.
            0xff => at += 1,
            // In what follows, 0xff is always followed by zero or by a marker.
            0xda => return file[at..].windows(2).any(|pair| pair == [0xff, 0xd9]),
            0x01 | 0xd0..=0xd7 => at += 2,
            _ => at += 2 + length,
        }
    }
    false
}

/// The picture in this width, if it is wider.
fn narrowed(picture: DynamicImage, width: u32) -> DynamicImage {
    if picture.width() <= width {
        return picture;
    }
    let height = |picture: &DynamicImage, width: u32| {
        let height = u64::from(picture.height()) * u64::from(width);
        let height = height.div_ceil(u64::from(picture.width()).max(1));
        u32::try_from(height).unwrap_or(1).max(1)
    };
    // Far too wide: quickly to twice the width, and well from there.
    let halfway = width * 2;
    let picture = if picture.width() > halfway {
        let height = height(&picture, halfway);
        picture.thumbnail_exact(halfway, height)
    } else {
        picture
    };
    let height = height(&picture, width);
    picture.resize_exact(width, height, FilterType::Lanczos3)
}

fn jpeg(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, QUALITY).encode_image(&on_white(picture))?;
    Ok(file)
}

/// JPEG has nothing that is clear.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let clear: RgbaImage = picture.to_rgba8();
    let mut white = RgbaImage::from_pixel(clear.width(), clear.height(), image::Rgba([255; 4]));
    imageops::overlay(&mut white, &clear, 0, 0);
    RgbImage::from_fn(white.width(), white.height(), |x, y| {
        let [red, green, blue, _] = white.get_pixel(x, y).0;
        Rgb([red, green, blue])
    })
}

fn png(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut file = Cursor::new(Vec::new());
    // Eight bits, whatever came in.
    DynamicImage::from(picture.to_rgba8()).write_to(&mut file, ImageFormat::Png)?;
    Ok(file.into_inner())
}
