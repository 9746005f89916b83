/** Events, in a programme, a project, or alone. Depends on programme and project. */
package org.rapport.events.event;
