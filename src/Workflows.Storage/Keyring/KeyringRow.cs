namespace Workflows.Storage.Keyring;

/// <summary>One key that sign-in cookies are protected with.</summary>
internal sealed class KeyringRow
{
    public int Id { get; set; }

    public required string Xml { get; set; }
}
