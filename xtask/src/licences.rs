//! What others wrote of what is handed out: their licences, a bill of materials, and a check that every licence is
//! one of those that `deny.toml` allows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::workspace::Workspace;
use crate::{Result, process, site, wasm};

/// A package of others.
pub(crate) struct Package {
    name: String,
    version: String,
    /// The SPDX expression.
    licence: String,
    /// The folder with its sources.
    folder: PathBuf,
    /// SHA-256 of what the registry handed out.
    checksum: Option<String>,
    /// Whether it is in the modules; the others are in the command line alone.
    in_modules: bool,
}

/// The packages that the modules and the command line are made of, by name and version. Build tools are not among
/// them; macros are, as their words may be in what they write.
pub(crate) fn packages(workspace: &Workspace) -> Result<Vec<Package>> {
    let checksums = checksums(&site::text(&workspace.root.join("Cargo.lock"))?);
    let mut found = BTreeMap::new();
    let modules = [
        "--features",
        "page,whole",
        "--filter-platform",
        wasm::TARGET,
    ];
    let command_line = ["--features", "cli"];
    for (arguments, in_modules) in [(&command_line[..], false), (&modules[..], true)] {
        let mut command = workspace.cargo();
        command
            .args(["metadata", "--format-version", "1", "--no-default-features"])
            .args(arguments);
        let answer = process::output(&mut command)?;
        let metadata = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
        for package in reachable(&metadata)? {
            let text = |key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default();
            let key = (text("name").to_owned(), text("version").to_owned());
            let manifest = Path::new(text("manifest_path"));
            let package = Package {
                name: key.0.clone(),
                version: key.1.clone(),
                // An old spelling of OR.
                licence: text("license").replace('/', " OR "),
                folder: manifest.parent().unwrap_or(manifest).to_path_buf(),
                checksum: checksums.get(&key).cloned(),
                in_modules,
            };
            found.insert(key, package);
        }
    }
    Ok(found.into_values().collect())
}

/// The packages that the root package needs at run time, itself not among them.
fn reachable(metadata: &Value) -> Result<Vec<&Value>> {
    let list = |value: &'_ Value, key: &str| -> Vec<Value> {
        let list = value.get(key).and_then(Value::as_array);
        list.cloned().unwrap_or_default()
    };
    let id = |value: &Value, key: &str| {
        let id = value.get(key).and_then(Value::as_str);
        id.unwrap_or_default().to_owned()
    };
    let packages = metadata.get("packages").and_then(Value::as_array);
    let packages = packages.ok_or("cargo metadata names no packages")?;
    let own = |package: &&Value| package.get("name").and_then(Value::as_str) == Some("gouji");
    let root = packages.iter().find(own).ok_or("gouji is not there")?;
    let nodes = list(metadata.get("resolve").unwrap_or(&Value::Null), "nodes");
    let mut seen = BTreeSet::from([id(root, "id")]);
    let mut open = vec![id(root, "id")];
    while let Some(at) = open.pop() {
        for node in nodes.iter().filter(|node| id(node, "id") == at) {
            for need in list(node, "deps") {
                // Without a kind it is needed at run time.
                let used = list(&need, "dep_kinds")
                    .iter()
                    .any(|kind| kind.get("kind").is_none_or(Value::is_null));
                if used && seen.insert(id(&need, "pkg")) {
                    open.push(id(&need, "pkg"));
                }
            }
        }
    }
    seen.remove(&id(root, "id"));
    Ok(packages
        .iter()
        .filter(|package| seen.contains(&id(package, "id")))
        .collect())
}

/// Checksums by name and version, out of the lock.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let field = |block: &str, key: &str| {
        let start = format!("{key} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(&start))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    lock.split("[[package]]")
        .filter_map(|block| {
            let key = (field(block, "name")?, field(block, "version")?);
            Some((key, field(block, "checksum")?))
        })
        .collect()
}

/// Fails if a package has a licence that `deny.toml` does not allow.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let rules = site::text(&workspace.root.join("deny.toml"))?;
    let allowed = rules
        .split_once("allow = [")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map(|(list, _)| list.split('"').skip(1).step_by(2).collect::<Vec<_>>())
        .ok_or("deny.toml allows no licence")?;
    let packages = packages(workspace)?;
    for package in &packages {
        if !permits(&package.licence, &allowed) {
            return Err(format!(
                "{} {}: the licence {:?} is not allowed by deny.toml",
                package.name, package.version, package.licence
            ));
        }
    }
    println!("  {} packages, all licences allowed", packages.len());
    Ok(())
}

/// Whether an SPDX expression of AND and OR can be met with the licences allowed.
fn permits(expression: &str, allowed: &[&str]) -> bool {
    let text = expression.trim();
    let mut depth = 0_usize;
    for operator in [" AND ", " OR "] {
        let mut parts = vec![String::new()];
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            match next {
                '(' => depth = depth.saturating_add(1),
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0
                && let Some(behind) = rest.strip_prefix(operator)
            {
                parts.push(String::new());
                rest = behind;
                continue;
            }
            if let Some(part) = parts.last_mut() {
                part.push(next);
            }
            rest = rest.get(next.len_utf8()..).unwrap_or_default();
        }
        if parts.len() > 1 {
            let mut met = parts.iter().map(|part| permits(part, allowed));
            return if operator == " AND " {
                met.all(|met| met)
            } else {
                met.any(|met| met)
            };
        }
    }
    match text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
    {
        Some(inner) => permits(inner, allowed),
        None => allowed.contains(&text),
    }
}

/// The licences of all packages with their texts, each text once.
pub(crate) fn texts(packages: &[Package]) -> Result<String> {
    let mut out = String::from(
        "Gouji is made of the packages below, by others. The texts of their licences follow, each once.\n\n",
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let Package {
            name,
            version,
            licence,
            in_modules,
            ..
        } = package;
        let place = if *in_modules {
            "modules"
        } else {
            "command line"
        };
        out.push_str(&format!("{name} {version} ({licence}), {place}\n"));
        for file in site::files(&package.folder)? {
            let own = file
                .file_name()
                .map(|own| own.to_string_lossy().to_uppercase());
            let own = own.unwrap_or_default();
            let legal = [
                "LICENSE",
                "LICENCE",
                "COPYING",
                "COPYRIGHT",
                "NOTICE",
                "UNLICENSE",
            ]
            .iter()
            .any(|start| own.starts_with(start));
            if legal && file.parent() == Some(package.folder.as_path()) {
                let bytes =
                    fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
                let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
                let users = texts.entry(text.trim().to_owned()).or_default();
                users.push(format!("{name} {version}"));
            }
        }
    }
    for (text, users) in texts {
        out.push_str(&format!(
            "\n{}\n{}\n\n{text}\n",
            "=".repeat(78),
            users.join(", ")
        ));
    }
    Ok(out)
}

/// The bill of materials, as CycloneDX 1.5.
pub(crate) fn bill(packages: &[Package]) -> Result<String> {
    let components: Vec<Value> = packages
        .iter()
        .map(|package| {
            let Package {
                name,
                version,
                licence,
                ..
            } = package;
            let hashes: Vec<Value> = package
                .checksum
                .iter()
                .map(|sum| json!({ "alg": "SHA-256", "content": sum }))
                .collect();
            let place = if package.in_modules {
                "modules"
            } else {
                "command line"
            };
            json!({
                "type": "library",
                "bom-ref": format!("pkg:cargo/{name}@{version}"),
                "name": name,
                "version": version,
                "purl": format!("pkg:cargo/{name}@{version}"),
                "licenses": [{ "expression": licence }],
                "hashes": hashes,
                "properties": [{ "name": "gouji:part", "value": place }],
            })
        })
        .collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": "gouji",
            "name": "gouji",
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    let text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n"))
}

#[cfg(test)]
mod tests {
    use super::{checksums, permits};

    #[test]
    fn expressions_are_met_as_they_say() {
        let allowed = ["MIT", "Unicode-3.0"];
        for (expression, met) in [
            ("MIT", true),
            ("Apache-2.0 OR MIT", true),
            ("GPL-3.0", false),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(GPL-3.0 OR Apache-2.0) AND Unicode-3.0", false),
            ("", false),
        ] {
            assert_eq!(permits(expression, &allowed), met, "{expression}");
        }
    }

    #[test]
    fn checksums_come_from_the_lock() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0\"\nchecksum = \"ff\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1\"\n";
        let sums = checksums(lock);
        assert_eq!(sums.len(), 1);
        let key = ("a".to_owned(), "1.0".to_owned());
        assert_eq!(sums.get(&key).map(String::as_str), Some("ff"));
    }
}
