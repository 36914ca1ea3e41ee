/** The kinds of profiles, with the key by which a person has one, and the sections of those who can have it. */
export const PROFILE_KINDS = [
  { kind: "profils-professeurs", key: "profil", of: ["professeurs"] },
  { kind: "profils-personnels", key: "mode-vie-scolaire", of: ["personnels", "professeurs"] },
  { kind: "groupes-utilisateurs", key: "mode-administratif", of: ["personnels", "professeurs"] },
] as const;
