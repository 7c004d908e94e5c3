using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// The door for WeCom's callbacks: verifies, decrypts, and keeps each request in the database before it is thanked for. Everything else
/// happens after the answer, as WeCom waits 5 seconds and then sends again.
/// </summary>
public sealed class CallbackGate
{
    /// <summary>The largest body that is looked at, in bytes.</summary>
    public const int MaxBody = 1_048_576;

    // Longer than a timestamp is accepted on either side of now, so that no replay finds its nonce forgotten.
    private static readonly TimeSpan NonceLife = TimeSpan.FromHours(2);

    private readonly CallbackCipher _cipher;
    private readonly CallbackInbox _inbox;
    private readonly CallbackSignal _signal;
    private readonly TimeProvider _clock;

    /// <param name="options">The token and key of WeCom's console.</param>
    /// <param name="store">The inbox.</param>
    /// <param name="signal">Told of what was accepted.</param>
    /// <param name="clock">Judges timestamps.</param>
    /// <param name="tenant">Whose callbacks come here.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public CallbackGate(
        CallbackOptions options,
        ICallbackStore store,
        CallbackSignal signal,
        TimeProvider clock,
        int tenant
    )
    {
        ValidOptions.ThrowIfInvalid(options);
        (_signal, _clock) = (signal, clock);
        _cipher = new CallbackCipher(options);
        _inbox = new CallbackInbox(store, tenant);
    }

    /// <summary>Answers WeCom's question whether the address is ours.</summary>
    /// <param name="request">The signed parts.</param>
    /// <param name="echo">The parameter <c>echostr</c>.</param>
    /// <returns>What to answer, without quotes, mark or line break; or why not.</returns>
    public CallbackOpening VerifyAddress(CallbackRequest request, string? echo)
    {
        ArgumentNullException.ThrowIfNull(request);
        return echo is { Length: > 0 and <= MaxBody }
            // A plus sign that was sent bare arrives as a space; Base64 has no spaces.
            ? _cipher.Open(request, echo.Replace(' ', '+'), _clock.GetUtcNow())
            : CallbackOpening.Refused(CallbackRefusal.Malformed);
    }

    /// <summary>Takes an event; when it returns, the event is safe or refused.</summary>
    /// <param name="request">The signed parts.</param>
    /// <param name="body">The body, at most <see cref="MaxBody"/> bytes of XML; anything at all.</param>
    /// <returns>Why the request is refused, or null.</returns>
    public async Task<CallbackRefusal?> ReceiveAsync(CallbackRequest request, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            body.Length > MaxBody
            || CallbackXml.Read(Encoding.UTF8.GetString(body.Span))?["Encrypt"] is not { } encrypted
        )
        {
            return CallbackRefusal.Malformed;
        }

        var now = _clock.GetUtcNow();
        var opening = _cipher.Open(request, encrypted, now);
        if (opening.Refusal is { } refusal)
        {
            return refusal;
        }

        return WeComCallback.Read(opening.Message) is { } callback
            ? await KeepAsync(request, callback, now)
            : CallbackRefusal.Malformed;
    }

    private async Task<CallbackRefusal?> KeepAsync(CallbackRequest request, WeComCallback callback, DateTimeOffset now)
    {
        var receipt = await _inbox.AcceptAsync(
            new CallbackRecord(
                NonceOf(request),
                callback.Key,
                callback.Event,
                callback.ChangeType,
                callback.Xml,
                now,
                now + NonceLife
            )
            {
                Welcome = TicketOf(callback, now),
            }
        );
        if (receipt == CallbackReceipt.Accepted)
        {
            _signal.Raise(callback, now);
        }

        return receipt == CallbackReceipt.Replayed ? CallbackRefusal.Replayed : null;
    }

    private static WelcomeTicket? TicketOf(WeComCallback callback, DateTimeOffset now) =>
        callback is { WelcomeCode: { } code, Customer: { Length: <= 128 } customer, Staff: { Length: <= 128 } staff }
        && code.Length <= 256
            ? new WelcomeTicket(customer, staff, code, now)
            : null;

    // With its second: among the random numbers of two busy hours some come twice, and an event must not be lost to that.
    private static string NonceOf(CallbackRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Timestamp}\n{request.Nonce}")));
}
