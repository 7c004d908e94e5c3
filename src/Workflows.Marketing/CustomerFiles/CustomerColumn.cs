using Workflows.Marketing.Contacts;
using Workflows.Rules.Inputs.Tables;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>What a column of a customer file means.</summary>
internal abstract record CustomerColumn(int Place, string Header)
{
    /// <summary>A member of the contact.</summary>
    internal sealed record OfContact(int Place, string Header, ContactField Field) : CustomerColumn(Place, Header);

    /// <summary>A name the contact is known by.</summary>
    internal sealed record OfIdentity(int Place, string Header, IdentityKind Kind) : CustomerColumn(Place, Header);

    /// <summary>An attribute of the contact.</summary>
    internal sealed record OfAttribute(int Place, string Header, string Name, bool IsGuess)
        : CustomerColumn(Place, Header);

    /// <summary>An input of the rules, or a member of one.</summary>
    internal sealed record OfInput(int Place, string Header, TableColumn Column, CellKind Kind, bool HasGaps)
        : CustomerColumn(Place, Header);
}
