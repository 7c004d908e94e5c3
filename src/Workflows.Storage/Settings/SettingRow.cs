namespace Workflows.Storage.Settings;

internal sealed class SettingRow
{
    public int Tenant { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }
}
