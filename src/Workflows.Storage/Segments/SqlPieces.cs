using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Workflows.Storage.Segments;

/// <summary>Pieces of SQL that both databases say the same way.</summary>
internal static class SqlPieces
{
    private static readonly RelationalTypeMapping Boolean = new BoolTypeMapping("boolean");

    /// <summary>A function of the database that is null where an argument is, and only there.</summary>
    public static SqlExpression Function(
        string name,
        Type type,
        RelationalTypeMapping? mapping,
        params SqlExpression[] arguments
    ) => new SqlFunctionExpression(name, arguments, nullable: true, arguments.Select(_ => true), type, mapping);

    /// <summary>A function that finds something in a document, or null.</summary>
    public static SqlExpression Find(
        string name,
        Type type,
        RelationalTypeMapping? mapping,
        params SqlExpression[] arguments
    ) => new SqlFunctionExpression(name, arguments, nullable: true, arguments.Select(_ => false), type, mapping);

    public static SqlExpression Text(string text) => new SqlConstantExpression(text, StringTypeMapping.Default);

    public static SqlExpression Number(int number) => new SqlConstantExpression(number, IntTypeMapping.Default);

    public static SqlExpression Cast(SqlExpression value, Type type, RelationalTypeMapping mapping) =>
        new SqlUnaryExpression(ExpressionType.Convert, value, type, mapping);

    public static SqlExpression Equal(SqlExpression left, SqlExpression right) =>
        new SqlBinaryExpression(ExpressionType.Equal, left, right, typeof(bool), Boolean);

    public static SqlExpression Or(SqlExpression left, SqlExpression right) =>
        new SqlBinaryExpression(ExpressionType.OrElse, left, right, typeof(bool), Boolean);

    public static SqlExpression IsNotNull(SqlExpression value) =>
        new SqlUnaryExpression(ExpressionType.NotEqual, value, typeof(bool), Boolean);

    /// <summary>The value where the condition holds, else null; the value is looked at only then.</summary>
    public static SqlExpression When(SqlExpression condition, SqlExpression value) =>
        new CaseExpression([new CaseWhenClause(condition, value)]);
}
