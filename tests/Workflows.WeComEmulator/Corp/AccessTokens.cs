using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Corp;

/// <summary>Access tokens: one an app, the same while it is valid (7,200 s), to be lost early at any time.</summary>
internal sealed class AccessTokens(Ids ids)
{
    private const int WrongSecretsAnHour = 2_000;

    private readonly Dictionary<string, AccessToken> _tokens = [];
    private readonly Dictionary<int, AccessToken> _current = [];
    private readonly Queue<DateTimeOffset> _wrong = [];

    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(7_200);

    public AccessToken Issue(CorpApp app, DateTimeOffset now)
    {
        if (!_current.TryGetValue(app.AgentId, out var token) || token.Until <= now)
        {
            token = new AccessToken(ids.Next("tok", 64), app, now + Lifetime);
            _current[app.AgentId] = token;
            _tokens[token.Value] = token;
        }

        return token;
    }

    public CorpApp Owner(string? value, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new RefusedException(ErrorCodes.NoToken, Breaches.NoToken, "The call has no access_token.");
        }

        return !_tokens.TryGetValue(value, out var token) ? throw new RefusedException(ErrorCodes.BadToken)
            : token.Until <= now ? throw new RefusedException(ErrorCodes.TokenExpired)
            : token.App;
    }

    /// <summary>When an injected error says that a token is bad, it is: the next <c>gettoken</c> gives another one.</summary>
    public void Doubt(int code, string? value)
    {
        if (
            code is ErrorCodes.BadToken or ErrorCodes.TokenExpired
            && value is not null
            && _tokens.Remove(value, out var token)
        )
        {
            _current.Remove(token.App.AgentId);
        }
    }

    public void RevokeAll()
    {
        _tokens.Clear();
        _current.Clear();
    }

    /// <summary>Around 2,000 wrong secrets an hour, and the door is shut.</summary>
    public void CountWrongSecret(DateTimeOffset now)
    {
        while (_wrong.TryPeek(out var oldest) && oldest <= now.AddHours(-1))
        {
            _wrong.Dequeue();
        }

        _wrong.Enqueue(now);
        if (_wrong.Count > WrongSecretsAnHour)
        {
            throw new RefusedException(ErrorCodes.TooMany, Breaches.Rate, "More than 2,000 wrong secrets in an hour.");
        }
    }
}
