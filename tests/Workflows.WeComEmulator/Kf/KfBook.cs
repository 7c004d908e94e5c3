namespace Workflows.WeComEmulator.Kf;

/// <summary>Customer service (微信客服): after a customer's message, five answers within 48 hours.</summary>
internal sealed class KfBook
{
    private const int MostAnswers = 5;

    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    private readonly Dictionary<string, (DateTimeOffset At, int Answers)> _windows = [];
    private readonly List<(string OpenKf, string Customer, string Text, DateTimeOffset At)> _messages = [];

    public IReadOnlyList<(string OpenKf, string Customer, string Text, DateTimeOffset At)> Messages => _messages;

    public void Write(string openKf, string customer, string text, DateTimeOffset now)
    {
        _messages.Add((openKf, customer, text, now));
        _windows[$"{openKf}/{customer}"] = (now, 0);
    }

    public bool TryAnswer(string openKf, string customer, DateTimeOffset now)
    {
        var key = $"{openKf}/{customer}";
        if (!_windows.TryGetValue(key, out var window) || now > window.At + Window || window.Answers >= MostAnswers)
        {
            return false;
        }

        _windows[key] = window with { Answers = window.Answers + 1 };
        return true;
    }
}
