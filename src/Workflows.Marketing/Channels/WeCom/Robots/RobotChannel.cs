using System.Net.Http.Json;
using System.Text;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Wire;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Robots;

/// <summary>
/// Writes into an internal group of staff, never to customers (path/91770): at most 20 texts a minute, by all hosts together.
/// The robot has no idempotency key; an attempt whose answer was lost is repeated, and staff may read it twice.
/// </summary>
public sealed class RobotChannel : IChannel, IDisposable
{
    private const string Api = "/cgi-bin/webhook/send";
    private const int LongestText = 2_048;
    private static readonly CallLimits Limits = new() { PerMinute = 20, PerHour = 1_200 };

    private readonly WeComTransport _transport;
    private readonly CallQuota _quota;
    private readonly string _query;

    /// <param name="options">The robot.</param>
    /// <param name="quotas">Where the hosts share the quota.</param>
    /// <param name="clock">The only clock.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public RobotChannel(RobotOptions options, ICallQuotaStore quotas, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        Name = options.Name;
        _query = $"key={Uri.EscapeDataString(options.Key!)}";
        _transport = new WeComTransport(options.BaseUrl, options.Timeout, clock);
        _quota = new CallQuota(quotas, $"robot:{new TokenSeal(options.Key!).Fingerprint}", Limits, clock);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var text = attempt.Message.Content.Text;
        if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > LongestText)
        {
            return new Receipt.Ended(
                SendOutcome.Refused,
                WeComReasons.Content,
                $"A robot's text has 1 to {LongestText} bytes."
            );
        }

        try
        {
            await _quota.TakeAsync(Api, cancellationToken);
            var body = new RobotMessage("text", new WireText(text));
            var request = new WeComRequest(
                Api,
                _query,
                () => JsonContent.Create(body, null, WeComJson.Options),
                Repeat.WhenSurelyUndone
            );
            var answer = await _transport.SendAsync<WeComAnswer>(request, null, cancellationToken);
            return answer.Errcode == 0
                ? new Receipt.Delivered()
                : WeComReceipts.Of(WeComException.Answered(Api, answer.Errcode.GetValueOrDefault(), answer.Errmsg));
        }
        catch (WeComException failure)
        {
            return WeComReceipts.Of(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _quota.Dispose();
        _transport.Dispose();
    }

    private sealed record RobotMessage(string Msgtype, WireText Text);
}
