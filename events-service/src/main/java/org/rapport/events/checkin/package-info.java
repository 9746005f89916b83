/** Codes for those who are registered, and their scans at the doors. Depends on attendance and session. */
package org.rapport.events.checkin;
