package org.glomera.dicom.testing;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

/** How many bytes a thread has taken from the heap. */
final class Allocation {

    private Allocation() {
    }

    static long ofThisThread() throws JMException {
        return (Long) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("java.lang:type=Threading"),
                "getThreadAllocatedBytes", new Object[] {Thread.currentThread().getId()},
                new String[] {"long"});
    }
}
