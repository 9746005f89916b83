/** Projects. Depends on programme. */
package org.rapport.events.project;
