package org.glomera.dicom.toolkit;

/** The value representations (PS3.5 section 6.2) that {@link Tag} needs, by the form their values take here. */
public enum Vr {
    /** Application entity. */
    AE(Form.TEXT),
    /** Age. */
    AS(Form.TEXT),
    /** Attribute tag: group times 65536 plus element. */
    AT(Form.NUMBER),
    /** Code string. */
    CS(Form.TEXT),
    /** Date. */
    DA(Form.TEXT),
    /** Decimal string. */
    DS(Form.TEXT),
    /** Date and time. */
    DT(Form.TEXT),
    /** Double float. */
    FD(Form.NUMBER),
    /** Single float. */
    FL(Form.NUMBER),
    /** Integer string. */
    IS(Form.TEXT),
    /** Long string. */
    LO(Form.TEXT),
    /** Long text. */
    LT(Form.TEXT),
    /** Bytes. */
    OB(Form.BYTES),
    /** 64-bit floating-point words. */
    OD(Form.BYTES),
    /** 32-bit floating-point words. */
    OF(Form.BYTES),
    /** 32-bit words. */
    OL(Form.BYTES),
    /** 64-bit words. */
    OV(Form.BYTES),
    /** 16-bit words. */
    OW(Form.BYTES),
    /** Person name. */
    PN(Form.TEXT),
    /** Short string. */
    SH(Form.TEXT),
    /** Signed 32-bit integer. */
    SL(Form.NUMBER),
    /** Sequence of items. */
    SQ(Form.ITEMS),
    /** Signed 16-bit integer. */
    SS(Form.NUMBER),
    /** Short text. */
    ST(Form.TEXT),
    /** Signed 64-bit integer; held exactly up to 2 to the power of 53. */
    SV(Form.NUMBER),
    /** Time. */
    TM(Form.TEXT),
    /** Unlimited characters. */
    UC(Form.TEXT),
    /** Unique identifier. */
    UI(Form.TEXT),
    /** Unsigned 32-bit integer. */
    UL(Form.NUMBER),
    /** Unknown: bytes whose representation the writer did not know. */
    UN(Form.BYTES),
    /** Address of a resource; one value. */
    UR(Form.TEXT),
    /** Unsigned 16-bit integer. */
    US(Form.NUMBER),
    /** Unlimited text; one value. */
    UT(Form.TEXT),
    /** Unsigned 64-bit integer; held exactly up to 2 to the power of 53. */
    UV(Form.NUMBER);

    /** The form in which values are held. */
    public enum Form {
        /** A list of strings. */
        TEXT,
        /** An array of doubles, which hold each 32-bit integer exactly. */
        NUMBER,
        /** A list of data sets. */
        ITEMS,
        /** An array of bytes, little endian. */
        BYTES
    }

    private final Form form;

    Vr(Form form) {
        this.form = form;
    }

    /** The form in which values are held. */
    public Form form() {
        return form;
    }
}
