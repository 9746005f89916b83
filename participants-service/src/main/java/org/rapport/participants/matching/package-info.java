/**
 * Who offers what another needs, among those who let their profile be shared. Depends on need, offer and topic, and reads
 * their tables by itself: a match is found by the order of an index.
 */
package org.rapport.participants.matching;
