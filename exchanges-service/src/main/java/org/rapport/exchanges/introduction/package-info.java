/**
 * Introductions of two who match, and what must be known of people for that: who lets others see their profile, and whose a
 * need or an offer is. Depends on no other feature.
 */
package org.rapport.exchanges.introduction;
