//! A file, made for one call.

use aect_db::files::{self, NewFile};
use aect_tests::Server;
use aect_types::Uuid;
use aect_types::files::{FileRole, MediaType};

/// One of a project of Bordeaux: its identifier, its name, and the version of the project.
pub(super) async fn fresh(server: &Server, removed: bool) -> (Uuid, String, i64) {
    let (project, id) = (super::fresh(server, "projects").await.unwrap(), Uuid::now_v7());
    let project: Uuid = project.parse().unwrap();
    let new = NewFile {
        id,
        role: FileRole::Document,
        media_type: MediaType::Pdf,
        name: "essai.pdf".to_owned(),
        title: Some("Essai".to_owned()),
        alt: None,
        bytes: 0,
        pixels: None,
    };
    let folder = server.files_folder().join(id.to_string());
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("whole"), b"%PDF-").unwrap();
    let name = new.name.clone();
    let version = server
        .write(move |write| {
            write.add_file(project, &new)?;
            if removed {
                let known = write.raw(|conn| files::by_id(conn, id))?.unwrap();
                write.remove_file(&known)?;
            }
            write.version(project)
        })
        .await;
    (id, name, version)
}
