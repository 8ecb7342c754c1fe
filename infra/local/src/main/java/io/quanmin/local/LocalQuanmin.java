package io.quanmin.local;

import io.quanmin.Quanmin;
import org.springframework.boot.SpringApplication;

/** Runs the whole city on this machine. */
public final class LocalQuanmin {

    private LocalQuanmin() {}

    public static void main(String[] args) {
        SpringApplication.run(Quanmin.class, args);
    }
}
