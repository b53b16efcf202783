//! Who may do what, decided in one place for the server and the pages alike.

use crate::Visibility;
use crate::people::{Account, MemberRole, MembershipState, SecondFactor, UserRole};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Who reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reader {
    /// Anybody, and every account without an accepted membership.
    #[default]
    Visitor,
    /// A user with an accepted membership, or an animator.
    Member,
}

impl Reader {
    /// The visibilities that this reader finds in lists, counts, feeds, exports and search. Drafts are in none of
    /// them: their own editors reach them by their address.
    #[must_use]
    pub const fn sees(self) -> &'static [Visibility] {
        match self {
            Self::Visitor => &[Visibility::Public],
            Self::Member => &[Visibility::Public, Visibility::Members],
        }
    }
}

/// Who writes records of a kind, besides animators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writers {
    /// The editors of those that own the record.
    Owners,
    /// Whoever is an editor of a collectivity or an actor: the record is everybody's.
    Editors,
    /// Nobody else.
    Animators,
}

/// Who calls: nobody in particular, or a person who has signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Caller {
    /// Nobody in particular.
    #[default]
    Visitor,
    /// A person.
    Person(Person),
}

/// A person who has signed in, with what decides their rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their account.
    pub id: Uuid,
    /// Their role on the whole platform.
    pub role: UserRole,
    /// Whether they have shown a second factor in this session.
    pub second_factor: bool,
    /// Whether they have one that this session has not shown: until then they belong to nothing.
    pub second_factor_due: bool,
    /// The collectivities and actors that they belong to: accepted memberships only.
    pub memberships: BTreeMap<Uuid, MemberRole>,
}

impl Caller {
    /// What they find in lists, counts, feeds, exports and search.
    #[must_use]
    pub fn reader(&self) -> Reader {
        match self {
            Self::Person(person) if person.animates() || !person.memberships.is_empty() => Reader::Member,
            Self::Person(_) | Self::Visitor => Reader::Visitor,
        }
    }

    /// The person, where it is one.
    #[must_use]
    pub const fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Visitor => None,
        }
    }

    /// Whether they may read a record of that visibility: what one `changes` one reads, as a draft as well.
    #[must_use]
    pub fn may_read(&self, visibility: Visibility, changes: bool) -> bool {
        changes || self.reader().sees().contains(&visibility)
    }

    /// Whether they are among the writers of a record owned by these.
    #[must_use]
    pub fn is_among(&self, writers: Writers, owned: &[Uuid]) -> bool {
        match writers {
            Writers::Owners => self.may_write(owned),
            Writers::Editors => self.may_animate() || self.person().is_some_and(Person::edits_somewhere),
            Writers::Animators => self.may_animate(),
        }
    }

    /// Whether they may change a record owned by these: an editor of one of them, or an animator.
    #[must_use]
    pub fn may_write(&self, owned: &[Uuid]) -> bool {
        self.person()
            .is_some_and(|person| person.animates() || person.edits(owned))
    }

    /// Whether they belong to a collectivity or an actor.
    #[must_use]
    pub fn belongs_to(&self, record: Uuid) -> bool {
        self.person()
            .is_some_and(|person| person.memberships.contains_key(&record))
    }

    /// Whether they may decide who belongs to a collectivity or an actor: its owner, or an animator.
    #[must_use]
    pub fn may_decide(&self, record: Uuid) -> bool {
        self.person().is_some_and(|person| {
            person.animates() || person.memberships.get(&record) == Some(&MemberRole::Owner)
        })
    }

    /// Whether they run the platform.
    #[must_use]
    pub fn may_animate(&self) -> bool {
        self.person().is_some_and(Person::animates)
    }
}

impl From<&Account> for Caller {
    /// Whoever has that account, in the session that has read it.
    fn from(account: &Account) -> Self {
        let accepted = account
            .memberships
            .iter()
            .filter(|membership| membership.state == MembershipState::Accepted);
        Self::Person(Person {
            id: account.id,
            role: account.role,
            second_factor: account.second_factor == SecondFactor::Shown,
            second_factor_due: account.second_factor == SecondFactor::Due,
            memberships: accepted
                .filter_map(|membership| Some((membership.record, membership.role?)))
                .collect(),
        })
    }
}

impl Person {
    /// Whether they run the platform. Who may is somebody who has shown a second factor.
    #[must_use]
    pub const fn animates(&self) -> bool {
        matches!(self.role, UserRole::Animator | UserRole::Admin) && self.second_factor
    }

    /// Whether they run the instance, and have shown a second factor.
    #[must_use]
    pub const fn administers(&self) -> bool {
        matches!(self.role, UserRole::Admin) && self.second_factor
    }

    /// Whether they may suspend an account of that role, or let it be used again: an animator a member's, an admin
    /// anybody's, nobody their own.
    #[must_use]
    pub fn may_suspend(&self, account: Uuid, role: UserRole) -> bool {
        let below = self.animates() && role == UserRole::Member;
        account != self.id && (below || self.administers())
    }

    /// Whether they may give an account another role on the whole platform: an admin, and nobody their own.
    #[must_use]
    pub fn may_promote(&self, account: Uuid) -> bool {
        account != self.id && self.administers()
    }

    /// Whether they write for one of these, whatever they may do besides.
    #[must_use]
    pub fn edits(&self, owned: &[Uuid]) -> bool {
        let edits = |record| {
            self.memberships
                .get(record)
                .is_some_and(|role| *role >= MemberRole::Editor)
        };
        owned.iter().any(edits)
    }

    /// Whether they write for anybody at all.
    fn edits_somewhere(&self) -> bool {
        self.memberships.values().any(|role| *role >= MemberRole::Editor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERS: Uuid = Uuid::from_u128(1);
    const ANOTHERS: Uuid = Uuid::from_u128(2);

    fn person(role: UserRole, second_factor: bool, member: Option<MemberRole>) -> Caller {
        Caller::Person(Person {
            id: Uuid::nil(),
            role,
            second_factor,
            second_factor_due: false,
            memberships: member.map(|role| (HERS, role)).into_iter().collect(),
        })
    }

    fn member(role: MemberRole) -> Caller {
        person(UserRole::Member, false, Some(role))
    }

    #[test]
    fn an_account_alone_is_a_visitor() {
        for nobody in [Caller::Visitor, person(UserRole::Member, true, None)] {
            assert_eq!(nobody.reader(), Reader::Visitor);
            assert!(!nobody.may_write(&[HERS]) && !nobody.may_decide(HERS) && !nobody.may_animate());
            assert!(nobody.may_read(Visibility::Public, false));
            assert!(!nobody.may_read(Visibility::Members, false));
            for writers in [Writers::Owners, Writers::Editors, Writers::Animators] {
                assert!(!nobody.is_among(writers, &[HERS]));
            }
        }
    }

    #[test]
    fn a_member_writes_for_their_own_as_far_as_their_role_goes() {
        use MemberRole::{Editor, Owner, Reader as Reads};
        for (role, writes, decides) in [(Reads, false, false), (Editor, true, false), (Owner, true, true)] {
            let caller = member(role);
            assert_eq!(caller.reader(), Reader::Member);
            assert_eq!(caller.may_write(&[ANOTHERS, HERS]), writes);
            assert_eq!(caller.may_decide(HERS), decides);
            assert_eq!(caller.is_among(Writers::Owners, &[HERS]), writes);
            assert_eq!(caller.is_among(Writers::Editors, &[ANOTHERS]), writes);
            assert!(!caller.is_among(Writers::Animators, &[HERS]));
            assert!(!caller.may_write(&[ANOTHERS]) && !caller.may_write(&[]) && !caller.may_decide(ANOTHERS));
            assert!(caller.may_read(Visibility::Draft, true) && !caller.may_read(Visibility::Draft, false));
            assert!(caller.may_read(Visibility::Members, false));
        }
    }

    #[test]
    fn accounts_are_suspended_by_whoever_stands_above() {
        let someone = |role, second_factor| match person(role, second_factor, None) {
            Caller::Person(person) => person,
            Caller::Visitor => unreachable!("a person"),
        };
        let (animator, admin) = (someone(UserRole::Animator, true), someone(UserRole::Admin, true));
        assert!(animator.may_suspend(HERS, UserRole::Member) && !animator.may_promote(HERS));
        for above in [UserRole::Animator, UserRole::Admin] {
            assert!(!animator.may_suspend(HERS, above) && admin.may_suspend(HERS, above));
        }
        assert!(admin.may_promote(HERS));
        assert!(
            !admin.may_promote(admin.id) && !admin.may_suspend(admin.id, UserRole::Admin),
            "not oneself"
        );
        for nobody in [someone(UserRole::Admin, false), someone(UserRole::Member, true)] {
            assert!(!nobody.may_suspend(HERS, UserRole::Member) && !nobody.may_promote(HERS));
        }
    }

    #[test]
    fn an_animator_without_the_second_factor_is_anybody() {
        for role in [UserRole::Animator, UserRole::Admin] {
            assert!(!person(role, false, None).may_animate());
            assert_eq!(person(role, false, None).reader(), Reader::Visitor);
            let caller = person(role, true, None);
            assert!(caller.may_animate() && caller.may_write(&[ANOTHERS]) && caller.may_decide(ANOTHERS));
            for writers in [Writers::Owners, Writers::Editors, Writers::Animators] {
                assert!(caller.is_among(writers, &[ANOTHERS]));
            }
        }
    }
}
