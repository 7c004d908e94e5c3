using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Workflows.Storage.Keyring;

namespace Workflows.Host.Auth;

/// <summary>Keeps the keys of sign-in cookies in the workspace's database.</summary>
internal sealed class DatabaseKeyring(KeyringStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.List().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        store.Add(element.ToString(SaveOptions.DisableFormatting));
}
