namespace Workflows.Marketing.Recommending;

/// <summary>What is recommended.</summary>
public enum CandidateKind
{
    /// <summary>A product of the register.</summary>
    Product,

    /// <summary>A content of the library that may be sent.</summary>
    Content,
}
