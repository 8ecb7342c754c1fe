package io.quanmin.wechat;

import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.RequestHttp;

/** One account at WeChat through one WxJava service of its own. Blocks: for a lane's threads only. */
interface Account {

    /** Adds the account's token; a refused one is renewed and the request sent once more. */
    <R, D> R send(RequestExecutor<R, D> executor, String path, D data) throws WxErrorException;

    /** The connections. */
    RequestHttp<?, ?> http();

    /** In whose words WxJava explains errcodes. */
    WxType type();

    AccountKeys keys();
}
