package org.rapport.kit.security;

/** The roles of the wire contract, as they stand in the token's groups. */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final String ORGANISER = "organiser";
    public static final String ANALYST = "analyst";
    /** Sees only its organisation (claim {@code organisation}). */
    public static final String PARTNER = "partner";
    /** Sees only their own data (claim {@code participant}). */
    public static final String PARTICIPANT = "participant";

    public static final String OPERATOR = "operator";
    /** Another service of Rapport. */
    public static final String SERVICE = "service";

    private Roles() {}
}
