//! Pictures and documents of records: what may be sent, what is kept of it, who gets it.

mod bucket;
pub(crate) mod pieces;

use crate::editing::{delete, json_of, marie, patch, problem, read_after, seen_by, tag, with_status, wrong};
use aect_client::{Answer, HeaderMap, HeaderValue};
use aect_db::Write;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::world::public;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Uuid;
use aect_types::people::MemberRole;
use diesel::RunQueryDsl as _;
use image::ImageFormat;
use pieces::{BOUNDARY, PDF, form, logo, photo, with_place, written};
use serde_json::{Value, json};

async fn send(who: &Somebody, record: &str, version: i64, form: Vec<u8>) -> Answer {
    let mut headers = HeaderMap::new();
    let media_type = format!("multipart/form-data; boundary={BOUNDARY}");
    for (name, value) in [
        ("authorization", format!("Bearer {}", who.token)),
        ("content-type", media_type),
        ("if-match", tag(version)),
    ] {
        headers.insert(name, HeaderValue::from_str(&value).unwrap());
    }
    let path = format!("{record}/files");
    who.client
        .send("POST", &path, headers, Some(form.into()))
        .await
        .unwrap()
}

async fn send_photo(who: &Somebody, record: &str, version: i64) -> Value {
    let bytes = written(&photo(1500, 1000), ImageFormat::Jpeg);
    let fields = [("role", "picture"), ("alt", "Un puits")];
    with_status(
        &send(who, record, version, form(&fields, "puits.jpg", &bytes)).await,
        201,
    )
}

async fn send_document(who: &Somebody, record: &str, version: i64) -> Value {
    with_status(&send(who, record, version, pieces::document()).await, 201)
}

/// The fields of a form, and those that are wrong.
type Fault<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

/// A public project of Bordeaux.
async fn project(server: &Server) -> String {
    let lead = server.world().bordeaux;
    let id = server
        .write(move |write| {
            let mut input = inputs::project("Des puits à Fatick");
            input.lead = Some(lead);
            public(write, &input)
        })
        .await;
    format!("/api/v1/projects/{id}")
}

fn url(record: &Value, rank: usize) -> String {
    record["files"][rank]["url"].as_str().unwrap().to_owned()
}

/// The statement, on either engine.
fn sql(statement: &'static str) -> impl FnOnce(&mut Write<'_>) -> aect_db::Result<()> {
    move |write| {
        write.raw(|conn| {
            diesel::sql_query(statement).execute(conn)?;
            Ok(())
        })
    }
}

both_engines! {
    async fn a_photo_is_shown_in_the_widths_of_pages(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let sent = send_photo(&marie, &project, 1).await;
        assert_eq!(sent["version"], 2);
        let file = &sent["files"][0];
        assert_eq!((&file["role"], &file["alt"], &file["title"]), (&json!("picture"), &json!("Un puits"), &Value::Null));
        assert_eq!((&file["media_type"], &file["width"], &file["height"]), (&json!("image/jpeg"), &json!(1500), &json!(1000)));
        let whole = server.get(&url(&sent, 0)).await;
        assert_eq!(whole.status, 200);
        assert_eq!(file["bytes"], whole.body.len());
        for (name, value) in [
            ("content-type", "image/jpeg"),
            ("content-disposition", "inline; filename=\"puits.jpg\""),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "public, max-age=86400, immutable"),
        ] {
            assert_eq!(whole.header(name), Some(value));
        }
        assert!(whole.header("content-security-policy").unwrap().starts_with("sandbox; default-src 'none'"));
        let known = server.get_with(&url(&sent, 0), &[("if-none-match", whole.header("etag").unwrap())]).await;
        assert_eq!((known.status, known.body.len()), (304, 0));
        let sizes = file["sizes"].as_array().unwrap();
        let widths: Vec<_> = sizes.iter().map(|size| (size["width"].clone(), size["height"].clone())).collect();
        assert_eq!(widths, [(json!(320), json!(213)), (json!(1280), json!(853))]);
        for size in sizes {
            let small = server.get(size["url"].as_str().unwrap()).await;
            let read = image::load_from_memory(&small.body).unwrap();
            assert_eq!((json!(read.width()), json!(read.height())), (size["width"].clone(), size["height"].clone()));
        }
        for question in ["?width=319", "?width=1500", "?width=-1", "?size=320"] {
            assert_eq!(server.get(&format!("{}{question}", url(&sent, 0))).await.status, 400, "{question}");
        }
        let shown: Value = server.json(&project).await;
        assert_eq!(shown["files"], sent["files"]);
    }

    async fn a_part_of_a_file_is_asked_for(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        send_photo(&marie, &project, 1).await;
        let sent = send_document(&marie, &project, 2).await;
        for address in [url(&sent, 0), format!("{}?width=320", url(&sent, 0)), url(&sent, 1)] {
            let whole = server.get(&address).await;
            assert_eq!((whole.status, whole.header("accept-ranges")), (200, Some("bytes")));
            let length = whole.body.len();
            for (range, expected) in [
                ("bytes=0-9", 0..10),
                ("bytes=10-", 10..length),
                ("bytes=-7", length - 7..length),
                ("bytes=5-9999999", 5..length),
            ] {
                let part = server.get_with(&address, &[("range", range)]).await;
                assert_eq!(part.status, 206, "{range}");
                let told = format!("bytes {}-{}/{length}", expected.start, expected.end - 1);
                assert_eq!(part.header("content-range"), Some(&*told));
                assert_eq!(part.header("content-length"), Some(&*expected.len().to_string()));
                assert_eq!(part.body, whole.body.slice(expected), "{range}");
                for name in ["etag", "content-type", "content-disposition", "cache-control", "content-security-policy"] {
                    assert_eq!(part.header(name), whole.header(name), "{name}");
                }
            }
            let tag = whole.header("etag").unwrap();
            let ten = [("range", "bytes=0-9")];
            for (other, status) in [
                (("if-range", tag), 206),
                (("if-range", "\"another\""), 200),
                (("if-none-match", tag), 304),
            ] {
                assert_eq!(server.get_with(&address, &[ten[0], other]).await.status, status, "{other:?}");
            }
            for several in ["bytes=0-1,4-5", "bytes=4-1", "pages=1-2"] {
                let all = server.get_with(&address, &[("range", several)]).await;
                assert_eq!((all.status, all.body.len()), (200, length), "{several}");
            }
            let behind = format!("bytes={length}-");
            let refused = server.get_with(&address, &[("range", &behind)]).await;
            let told = format!("bytes */{length}");
            assert_eq!((refused.status, refused.header("content-range")), (416, Some(&*told)));
            assert!(refused.problem().unwrap().kind.ends_with("range-not-satisfiable"));
        }
        // What nobody may see has no parts either.
        assert_eq!(patch(&marie, &project, 3, &json!({"visibility": "draft"})).await.status, 200);
        assert_eq!(server.get_with(&url(&sent, 1), &[("range", "bytes=0-9")]).await.status, 404);
    }

    async fn what_a_camera_notes_is_gone_and_the_picture_stands_upright(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let jpeg = with_place(&written(&photo(600, 400), ImageFormat::Jpeg));
        let fields = [("role", "picture"), ("alt", "Un puits")];
        let sent = send(&marie, &project, 1, form(&fields, "a.jpg", &jpeg)).await;
        let sent = with_status(&sent, 201);
        assert_eq!((&sent["files"][0]["width"], &sent["files"][0]["height"]), (&json!(400), &json!(600)));
        assert_eq!(server.files_with(&["GPS 44.8378", "Exif"]), Vec::<String>::new());
    }

    async fn what_is_hidden_in_or_behind_a_picture_is_not_kept(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let script = b"<script>alert('polyglot')</script>".as_slice();
        let fields = [("role", "picture"), ("alt", "Un puits")];
        for (version, format) in [(1, ImageFormat::Png), (2, ImageFormat::Jpeg), (3, ImageFormat::WebP)] {
            let bytes = [&written(&photo(40, 30), format), script].concat();
            let sent = send(&marie, &project, version, pieces::form(&fields, "a.html", &bytes)).await;
            let sent = with_status(&sent, 201);
            let file = sent["files"].as_array().unwrap().last().unwrap();
            assert!(file["url"].as_str().unwrap().ends_with("/a.jpg"), "{file}");
        }
        assert_eq!(server.files_with(&["polyglot"]), Vec::<String>::new());
    }

    async fn what_is_none_of_these_is_refused(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".as_slice();
        let gif = b"GIF89a/*\x01\0\x01\0\0\0\0;*/=1;alert(1)".as_slice();
        let png = written(&photo(300, 200), ImageFormat::Png);
        let jpeg = written(&photo(300, 200), ImageFormat::Jpeg);
        let webp = written(&photo(300, 200), ImageFormat::WebP);
        let half = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
        let mut bomb = png.clone();
        // It says that it is 65,535 pixels wide and high; the checksum is that of the header it had.
        bomb[16..24].copy_from_slice(&[0, 0, 255, 255, 0, 0, 255, 255]);
        let page = [PDF, b"<html><script>alert(1)</script>"].concat();
        for (role, name, bytes) in [
            ("picture", "a.svg", svg.to_vec()),
            ("logo", "a.png", svg.to_vec()),
            ("picture", "a.gif", gif.to_vec()),
            ("picture", "a.png", PDF.to_vec()),
            ("document", "a.pdf", png.clone()),
            ("document", "a.pdf", b"<html>%PDF-1.7\n%%EOF".to_vec()),
            ("document", "a.pdf", page),
            ("document", "a.pdf", half(PDF)),
            ("picture", "a.png", half(&png)),
            ("picture", "a.jpg", half(&jpeg)),
            ("picture", "a.webp", half(&webp)),
            ("picture", "a.png", bomb),
            ("picture", "a.png", Vec::new()),
            ("picture", "a.png", b"\x89PNG\r\n\x1a\n".to_vec()),
            ("picture", "a.png", [&png[..8], &vec![0; 11 * 1024 * 1024]].concat()),
        ] {
            let fields = [("role", role), ("alt", "Un puits"), ("title", "Un puits")];
            let refused = send(&marie, &project, 1, form(&fields, name, &bytes)).await;
            // A project has no logo at all.
            let expected: &[&str] = if role == "logo" { &["/role", "/file"] } else { &["/file"] };
            assert_eq!(wrong(&refused), expected, "{role} {name} {} bytes", bytes.len());
        }
        assert_eq!(std::fs::read_dir(server.files_folder()).unwrap().count(), 0);
    }

    async fn every_fault_of_a_form_is_told(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let png = written(&photo(30, 20), ImageFormat::Png);
        let long = "é".repeat(301);
        let faults: &[Fault<'_>] = &[
            (&[("role", "picture")], &["/alt"]),
            (&[("role", "picture"), ("alt", " \u{a0} ")], &["/alt"]),
            (&[("role", "picture"), ("alt", &long)], &["/alt"]),
            (&[("role", "picture"), ("alt", "a\0b")], &["/alt"]),
            (&[("alt", "Un puits")], &["/role"]),
            (&[("role", "cover"), ("alt", "Un puits")], &["/role"]),
            (&[("role", "picture"), ("role", "logo"), ("alt", "Un puits")], &["/role"]),
            (&[("role", "picture"), ("alt", "Un puits"), ("record", "x")], &["/record"]),
        ];
        for (fields, expected) in faults {
            let refused = send(&marie, &project, 1, form(fields, "a.png", &png)).await;
            assert_eq!(wrong(&refused), *expected, "{fields:?}");
        }
        // A document is called something.
        let unnamed = send(&marie, &project, 1, form(&[("role", "document")], "a.pdf", PDF)).await;
        assert_eq!(wrong(&unnamed), ["/title"]);
        // Nothing at all.
        let empty = format!("--{BOUNDARY}--\r\n");
        assert_eq!(wrong(&send(&marie, &project, 1, empty.into_bytes()).await), ["/role", "/file"]);
        let cut = form(&[("role", "picture"), ("alt", "Un puits")], "a.png", &png);
        let cut = cut[..cut.len() - 40].to_vec();
        problem(&send(&marie, &project, 1, cut).await, 400);
        let path = format!("{project}/files");
        problem(&marie.ask("POST", &path, &[("if-match", "\"1\"")], Some("{}")).await, 415);
        let heavy = form(&[("role", "document"), ("title", "a")], "a.pdf", &vec![b'a'; 22 * 1024 * 1024]);
        problem(&send(&marie, &project, 1, heavy).await, 413);
        problem(&send(&marie, &project, 7, form(&[], "a.png", &png)).await, 412);
    }

    async fn names_lead_nowhere(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        for (version, (name, kept)) in (1..).zip([
            ("../../../../etc/passwd", "passwd.pdf"),
            ("..\\..\\windows\\a.exe", "windowsa.pdf"),
            ("photo\u{202e}fdp.exe", "photo-fdp.pdf"),
            ("%2e%2e%2fa.pdf", "2e-2e-2fa.pdf"),
            ("<img src=x onerror=alert(1)>.pdf", "img-src-x-onerror-alert-1.pdf"),
        ]) {
            let fields = [("role", "document"), ("title", "<script>alert(1)</script>")];
            let sent = with_status(&send(&marie, &project, version, form(&fields, name, PDF)).await, 201);
            let address = url(&sent, sent["files"].as_array().unwrap().len() - 1);
            assert!(address.ends_with(&format!("/{kept}")), "{name}: {address}");
            let got = server.get(&address).await;
            assert_eq!(got.header("content-disposition").unwrap(), format!("attachment; filename=\"{kept}\""));
            assert_eq!(got.header("content-type"), Some("application/pdf"));
            assert_eq!(got.body, PDF);
            // Another name is another address.
            let elsewhere = address.replace(kept, "index.html");
            assert_eq!(server.get(&elsewhere).await.status, 404);
        }
        for path in ["/api/v1/files/x/a.pdf", "/api/v1/files/..%2f..%2faect.sqlite/a", "/api/v1/files/0199d4c8-0000-7000-8000-000000000000/a.pdf"] {
            assert_eq!(server.get(path).await.status, 404, "{path}");
        }
    }

    async fn a_file_is_seen_by_whoever_sees_its_record(server: &Server) {
        let marie = marie(server).await;
        let member = server.member("paul@mairie-pau.fr", server.world().landes, MemberRole::Reader).await;
        let alone = server.sign_in("seul@example.org").await;
        let project = project(server).await;
        let sent = send_photo(&marie, &project, 1).await;
        let address = url(&sent, 0);
        for (version, visibility, seen) in [
            (2, "members", [404, 404, 200, 200]),
            (3, "draft", [404, 404, 404, 200]),
            (4, "public", [200, 200, 200, 200]),
        ] {
            assert_eq!(patch(&marie, &project, version, &json!({"visibility": visibility})).await.status, 200);
            let mut found = vec![server.get(&address).await.status];
            for who in [&alone, &member, &marie] {
                found.push(seen_by(who, &address).await);
            }
            assert_eq!(found, seen, "{visibility}");
            let caching = if visibility == "public" { "public, max-age=86400, immutable" } else { "private, no-store" };
            assert_eq!(marie.ask("GET", &address, &[], None).await.header("cache-control"), Some(caching));
        }
        assert_eq!(delete(&marie, &project, 5).await.status, 204);
        assert_eq!(server.get(&address).await.status, 404);
        assert_eq!(seen_by(&marie, &address).await, 404);
    }

    async fn pictures_of_a_page_are_asked_for_by_cookie(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let sent = send_photo(&marie, &project, 1).await;
        assert_eq!(patch(&marie, &project, 2, &json!({"visibility": "draft"})).await.status, 200);
        let address = url(&sent, 0);
        let link = server.link_of(&marie.client, "marie@mairie-bordeaux.fr").await;
        let used = json!({"link": link.1, "browser": link.0.browser}).to_string();
        let begun = marie.ask("POST", "/api/v1/sign-in/links/use", &[], Some(&used)).await;
        assert_eq!(begun.status, 200, "{}", text(&begun));
        let cookies: Vec<String> = begun.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap().to_owned()).collect();
        let cookie = cookies.iter().find(|cookie| cookie.starts_with("aect_files=")).unwrap();
        for rule in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/files"] {
            assert!(cookie.contains(rule), "{cookie}");
        }
        let cookie = cookie.split(';').next().unwrap();
        let asked = async |path: &str, headers: &[(&'static str, &str)]| server.get_with(path, headers).await.status;
        assert_eq!(asked(&address, &[("cookie", cookie)]).await, 200);
        assert_eq!(asked(&address, &[("cookie", cookie), ("sec-fetch-site", "cross-site")]).await, 404);
        assert_eq!(asked(&address, &[("cookie", "aect_files=x.y.z")]).await, 404);
        // It opens nothing else, and no access token stands in its place.
        assert_eq!(asked("/api/v1/account", &[("cookie", cookie)]).await, 401);
        let word = cookie.strip_prefix("aect_files=").unwrap();
        assert_eq!(asked("/api/v1/account", &[("authorization", &format!("Bearer {word}"))]).await, 401);
        assert_eq!(asked(&address, &[("cookie", &format!("aect_files={}", marie.token))]).await, 404);
        let ended = with_status(&begun, 200);
        let token = format!("Bearer {}", ended["access_token"].as_str().unwrap());
        let mut headers = HeaderMap::new();
        headers.insert("authorization", HeaderValue::from_str(&token).unwrap());
        assert_eq!(server.client.send("DELETE", "/api/v1/session", headers, None).await.unwrap().status, 204);
        assert_eq!(asked(&address, &[("cookie", cookie)]).await, 404, "its session has ended");
    }

    async fn what_is_done_to_files_is_in_the_history(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let sent = send_photo(&marie, &project, 1).await;
        let sent = send_document(&marie, &project, sent["version"].as_i64().unwrap()).await;
        let of = |record: &Value, rank: usize| format!("/api/v1/files/{}", record["files"][rank]["id"].as_str().unwrap());
        let (picture, document) = (of(&sent, 0), of(&sent, 1));
        let first = patch(&marie, &document, 3, &json!({"title": "Rapport 2025", "rank": 0})).await;
        let first = with_status(&first, 200);
        assert_eq!(of(&first, 0), document);
        assert_eq!(first["files"][0]["title"], "Rapport 2025");
        assert_eq!(wrong(&patch(&marie, &picture, 4, &json!({"alt": null})).await), ["/alt"]);
        assert_eq!(wrong(&patch(&marie, &picture, 4, &json!({"url": "x", "rank": -1})).await), ["/url"]);
        problem(&patch(&marie, &picture, 3, &json!({"alt": "Autre"})).await, 412);
        let without = with_status(&delete(&marie, &picture, 4).await, 200);
        assert_eq!(without["files"].as_array().unwrap().len(), 1);
        assert_eq!(server.get(&url(&sent, 0)).await.status, 404);
        problem(&delete(&marie, &picture, 5).await, 404);
        let back = crate::editing::restore(&marie, &picture, 5).await;
        assert_eq!(with_status(&back, 200)["files"].as_array().unwrap().len(), 2);
        assert_eq!(server.get(&url(&sent, 0)).await.status, 200);
        let history = json_of(&marie.ask("GET", &format!("{project}/history"), &[], None).await);
        let items = history["items"].as_array().unwrap();
        assert_eq!(items.len(), 6);
        assert!(items[..5].iter().all(|item| item["author"]["id"] == json!(marie.id) && item["changes"]["files"].is_array()));
        assert_eq!(items[4]["changes"]["files"][1][0]["alt"], "Un puits");
        // What the record said comes back; its files stay.
        let path = format!("{project}/restore");
        let restored = marie.ask("POST", &path, &[("if-match", "\"6\"")], Some(r#"{"version": 1}"#)).await;
        assert_eq!(with_status(&restored, 200)["files"].as_array().unwrap().len(), 2);
    }

    async fn a_file_stays_where_it_is_until_it_is_moved(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let mut sent = Value::Null;
        for version in 1..=4 {
            sent = send_document(&marie, &project, version).await;
        }
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|rank| sent["files"][rank]["id"].clone());
        let address = |id: &Value| format!("/api/v1/files/{}", id.as_str().unwrap());
        let order = |record: &Value| -> Vec<Value> {
            record["files"].as_array().unwrap().iter().map(|file| file["id"].clone()).collect()
        };
        with_status(&delete(&marie, &address(&second), 5).await, 200);
        let told = with_status(&patch(&marie, &address(&third), 6, &json!({"title": "Bilan"})).await, 200);
        assert_eq!(order(&told), [first.clone(), third.clone(), fourth.clone()]);
        for (version, rank, expected) in [
            (7, 0, [&third, &first, &fourth]),
            (8, 1, [&first, &third, &fourth]),
            (9, 999, [&first, &fourth, &third]),
        ] {
            let moved = patch(&marie, &address(&third), version, &json!({"rank": rank})).await;
            assert_eq!(order(&with_status(&moved, 200)), expected.map(Clone::clone), "{rank}");
        }
    }

    async fn an_organisation_has_one_logo(server: &Server) {
        let marie = marie(server).await;
        let bordeaux = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let png = written(&logo(), ImageFormat::Png);
        let fields = [("role", "logo"), ("alt", "Bordeaux")];
        let version: Value = server.json(&bordeaux).await;
        let version = version["version"].as_i64().unwrap();
        let first = with_status(&send(&marie, &bordeaux, version, form(&fields, "logo.png", &png)).await, 201);
        assert_eq!(first["files"][0]["media_type"], "image/png");
        let second = with_status(&send(&marie, &bordeaux, version + 1, form(&fields, "nouveau.png", &png)).await, 201);
        assert_eq!(second["files"].as_array().unwrap().len(), 1);
        assert_ne!(second["files"][0]["id"], first["files"][0]["id"]);
        assert_eq!(server.get(&url(&first, 0)).await.status, 404);
    }

    async fn files_of_merged_records_go_together(server: &Server) {
        let marie = marie(server).await;
        let anim = server.animator("anim@example.org").await;
        let (stays, goes) = (project(server).await, project(server).await);
        send_document(&marie, &stays, 1).await;
        let sent = send_photo(&marie, &goes, 1).await;
        let into = stays.rsplit('/').next().unwrap();
        let body = json!({"into": into}).to_string();
        let merged = anim.ask("POST", &format!("{goes}/merge"), &[("if-match", "\"2\"")], Some(&body)).await;
        let roles: Vec<Value> = with_status(&merged, 200)["files"].as_array().unwrap().iter().map(|file| file["role"].clone()).collect();
        assert_eq!(roles, ["document", "picture"]);
        read_after(server, &merged, "/api/v1/projects").await;
        assert_eq!(server.get(&url(&sent, 0)).await.status, 200);
    }

    async fn what_nobody_needs_is_erased(server: &Server) {
        let marie = marie(server).await;
        let project = project(server).await;
        let sent = send_photo(&marie, &project, 1).await;
        let sent = send_document(&marie, &project, sent["version"].as_i64().unwrap()).await;
        let id = |rank: usize| sent["files"][rank]["id"].as_str().unwrap().to_owned();
        let removed = format!("/api/v1/files/{}", id(0));
        assert_eq!(delete(&marie, &removed, 3).await.status, 200);
        // Bytes without a row: one of long ago, one that may still get its own, and what is nobody's business.
        let old = "01890000-0000-7000-8000-000000000000".to_owned();
        let recent = Uuid::now_v7().to_string();
        for name in [&old, &recent] {
            let folder = server.files_folder().join(name);
            std::fs::create_dir(&folder).unwrap();
            std::fs::write(folder.join("whole"), "a").unwrap();
        }
        let kept = |name: &str| server.files_folder().join(name).join("whole").exists();
        server.sweep_files().await;
        assert_eq!([&id(0), &id(1), &old, &recent].map(|name| kept(name)), [true, true, false, true]);
        server.write_unseen(sql("UPDATE files SET removed_at = '2026-01-01T00:00:00.000000Z' WHERE removed_at IS NOT NULL")).await;
        server.sweep_files().await;
        assert_eq!([kept(&id(0)), kept(&id(1))], [false, true]);
        problem(&crate::editing::restore(&marie, &removed, 4).await, 404);
    }
}
