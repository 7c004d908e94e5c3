using System.Globalization;
using Workflows.WeComEmulator.Gateways;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Controls;

/// <summary>
/// A file of shell variables that connect a server to this emulator; it is there as long as the emulator runs, and names its process for
/// those who find one that was left behind.
/// </summary>
internal sealed class ServerSettings : IDisposable
{
    private readonly string _path;

    public ServerSettings(string path, CorpSeed seed, string address, int mailPort)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, Lines(seed, address, mailPort));
    }

    public void Dispose() => File.Delete(_path);

    private static IEnumerable<string> Lines(CorpSeed seed, string address, int mailPort)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"# process {Environment.ProcessId}");
        yield return $"Channels__WeCom__BaseUrl={address}";
        yield return $"Channels__WeCom__CorpId={seed.Id}";
        yield return $"Channels__WeCom__Secret={seed.Apps[0].Secret}";
        yield return string.Create(CultureInfo.InvariantCulture, $"Channels__WeCom__AgentId={seed.Apps[0].AgentId}");
        yield return $"Channels__Sms__Url={address}/sms/send";
        yield return $"Channels__Sms__ReceiptUrl={address}/sms/receipts";
        yield return $"Channels__Sms__Secret={SmsGateway.Secret}";
        yield return $"Channels__Sms__Signature={seed.Name}";
        yield return "Channels__Email__Host=127.0.0.1";
        yield return string.Create(CultureInfo.InvariantCulture, $"Channels__Email__Port={mailPort}");
        yield return "Channels__Email__Tls=false";
        yield return "Channels__Email__From=hello@emulator.example";
        if (seed.Callback is { } callback)
        {
            yield return $"Channels__WeCom__CallbackToken={callback.Token}";
            yield return $"Channels__WeCom__CallbackAesKey={callback.EncodingAesKey}";
        }
    }
}
