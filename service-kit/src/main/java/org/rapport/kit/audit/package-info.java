/** Who changed what and when: kept with every change, shown to admins, wiped of personal data at an erasure. */
package org.rapport.kit.audit;
