package io.quanmin.kernel;

/** The geodetic datum of a pair of coordinates. WeChat's and Tencent's maps speak GCJ-02, GPS speaks WGS-84. */
public enum Datum {
    WGS84,
    GCJ02
}
