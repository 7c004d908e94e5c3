using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Welcome;

/// <summary>Welcome codes, and templates for groups.</summary>
internal sealed class WelcomeBook
{
    private readonly Dictionary<string, WelcomeCode> _codes = [];
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, WelcomeTemplate> _templates = [];

    public static int MostTemplates => 100;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(20);

    public int Templates => _templates.Count;

    public WelcomeCode Issue(Ids ids, string customer, string member, DateTimeOffset now)
    {
        var code = new WelcomeCode(ids.Next("WELCOME", 40), customer, member, now + Lifetime);
        _codes[code.Value] = code;
        return code;
    }

    public WelcomeCode? Find(string value) => _codes.GetValueOrDefault(value);

    /// <returns>False if it was used before.</returns>
    public bool Use(WelcomeCode code) => _used.Add(code.Value);

    public WelcomeTemplate? Template(string id) => _templates.GetValueOrDefault(id);

    public void Keep(WelcomeTemplate template) => _templates[template.Id] = template;

    public bool Forget(string id) => _templates.Remove(id);
}
