package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Role;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Lets a new city in: a system administrator named by {@code quanmin.identity.first-admin.login} and {@code .password}, who adds
 * everybody else. Changes nothing where that login is taken; the settings may go once it is used.
 */
@Component
@ConditionalOnProperty("quanmin.identity.first-admin.login")
class FirstAdministrator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final StaffAdministration administration;
    private final NewStaff first;
    private Disposable work = Disposables.disposed();

    FirstAdministrator(
            StaffAdministration administration,
            CitySettings city,
            @Value("${quanmin.identity.first-admin.login}") String login,
            @Value("${quanmin.identity.first-admin.password}") String password) {
        this.administration = administration;
        String everywhere = city.code().substring(0, 4);
        this.first = new NewStaff(login, "系统管理员", password, Set.of(Role.SYSTEM_ADMIN), null, everywhere, false);
    }

    @Override
    public void start() {
        work = administration
                .addStaff(first)
                .subscribe(
                        staff -> LOG.info("The first administrator is {}", staff),
                        failure -> LOG.error("The first administrator could not be added: {}", failure.getMessage()));
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
