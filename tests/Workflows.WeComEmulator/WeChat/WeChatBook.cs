namespace Workflows.WeComEmulator.WeChat;

/// <summary>What customers allow in WeChat itself: subscriptions of mini-programs, windows of official accounts.</summary>
internal sealed class WeChatBook
{
    private readonly Dictionary<string, int> _subscriptions = [];
    private readonly Dictionary<string, ReplyWindow> _windows = [];

    /// <summary>One approval is one message.</summary>
    public void Subscribe(string openId, string template)
    {
        var key = $"{openId}/{template}";
        _subscriptions[key] = _subscriptions.GetValueOrDefault(key) + 1;
    }

    public bool TryUseSubscription(string openId, string template)
    {
        var key = $"{openId}/{template}";
        var left = _subscriptions.GetValueOrDefault(key);
        if (left > 0)
        {
            _subscriptions[key] = left - 1;
        }

        return left > 0;
    }

    public void Open(string openId, ReplyWindow window) => _windows[openId] = window;

    public ReplyWindow? Window(string openId) => _windows.GetValueOrDefault(openId);
}
