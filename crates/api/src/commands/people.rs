//! People by the command line: the first ones of an instance, before anybody can let others in.

use aect_api::config::DataConfig;
use aect_db::people::memberships::{Asking, Way};
use aect_db::renditions;
use aect_types::people::{Email, MemberRole, MembershipState, UserRole};
use aect_types::{Resource, Uuid};
use anyhow::Context as _;
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// What is done to whom.
#[derive(Args)]
pub(crate) struct People {
    #[command(flatten)]
    data: DataConfig,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Gives an account a role on the whole platform; makes the account where there is none.
    Role {
        /// Its e-mail address.
        email: Email,
        /// `member`, `animator` or `admin`.
        role: UserRole,
    },
    /// Lets an account belong to a collectivity; makes the account where there is none.
    Join {
        /// Its e-mail address.
        email: Email,
        /// The collectivity: its slug, SIREN or identifier.
        collectivity: String,
        /// `reader`, `editor` or `owner`.
        role: MemberRole,
    },
}

impl People {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let db = self.data.open()?;
        db.migrate()?;
        match self.what {
            What::Role { email, role } => {
                db.write_blocking("command", |write| {
                    let user = write.user_of(&email, "fr")?;
                    write.set_user_role(user.id, role)
                })?;
            }
            What::Join {
                email,
                collectivity,
                role,
            } => {
                let found =
                    db.read_blocking(|conn| renditions::any(conn, Resource::Collectivities, &collectivity))?;
                let record: Uuid = found
                    .with_context(|| format!("there is no collectivity {collectivity}"))?
                    .id;
                db.write_blocking("command", |write| {
                    let user = write.user_of(&email, "fr")?;
                    write.ask_membership(&Asking {
                        user: user.id,
                        record,
                        state: MembershipState::Accepted,
                        role: Some(role),
                        way: Way::Command,
                        message: None,
                        by: None,
                    })
                })?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
