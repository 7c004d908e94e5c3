namespace Workflows.Storage.Tests.Limits;

/// <summary>A message that was let through.</summary>
internal sealed record Passage(string Key, string Group, string Contact, DateTimeOffset At)
{
    public string In(string scope) =>
        scope switch
        {
            "group" => Group,
            "contact" => Contact,
            _ => "",
        };
}
