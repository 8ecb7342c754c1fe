package io.quanmin.casework;

import static io.quanmin.testing.Await.done;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What other tests solved at the place all tests share is no history that would make this test's cases hard. */
final class ForgottenPast implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        DatabaseClient database = SpringExtension.getApplicationContext(test).getBean(DatabaseClient.class);
        done(database.sql("update casework.case_file set shown = false where shown and not open")
                .fetch()
                .rowsUpdated());
    }
}
