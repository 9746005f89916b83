/** Follow-up after events: who answered which wave. Depends on no other feature. */
package org.rapport.exchanges.followup;
