using System.Globalization;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>One signed request to the receiver.</summary>
internal sealed record CallbackRequest(Uri Address, string Body)
{
    public static CallbackRequest Of(Company company, CallbackSettings settings, string url, CallbackDelivery delivery)
    {
        var cipher = new CallbackCipher(settings.Token, settings.EncodingAesKey, company.Id);
        var encrypted = cipher.Encrypt(delivery.Entry.Xml, company.Dice);
        var body =
            $"<xml><ToUserName><![CDATA[{company.Id}]]></ToUserName><AgentID><![CDATA[]]></AgentID>"
            + $"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        return new CallbackRequest(Signed(company, cipher, url, encrypted, delivery.IsForged), body);
    }

    /// <summary>The request by which a receiver proves that it has the secrets.</summary>
    public static Uri Verification(Company company, CallbackSettings settings, string url, string secret)
    {
        var cipher = new CallbackCipher(settings.Token, settings.EncodingAesKey, company.Id);
        var encrypted = cipher.Encrypt(secret, company.Dice);
        var signed = Signed(company, cipher, url, encrypted, isForged: false);
        return new Uri($"{signed}&echostr={Uri.EscapeDataString(encrypted)}");
    }

    private static Uri Signed(Company company, CallbackCipher cipher, string url, string encrypted, bool isForged)
    {
        var timestamp = company.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = company.Dice.NextInt64(1_000_000_000, 9_999_999_999).ToString(CultureInfo.InvariantCulture);
        var signature = cipher.Sign(timestamp, nonce, isForged ? encrypted + "x" : encrypted);
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new Uri($"{url}{separator}msg_signature={signature}&timestamp={timestamp}&nonce={nonce}");
    }
}
