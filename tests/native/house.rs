//! The house stands as its map says: who may use whom, in Rust and in the page's scripts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The table of `src/lib.rs`: the modules that a module may use.
fn table() -> BTreeMap<String, Vec<String>> {
    let map = fs::read_to_string(format!("{ROOT}/src/lib.rs")).unwrap();
    let mut table: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in map.lines().filter_map(|line| line.strip_prefix("//! | ")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let Some(module) = cells[0].split('`').nth(1) else { continue };
        let above: Vec<String> = table.keys().cloned().collect();
        let names = cells[2].split('`').skip(1).step_by(2).map(str::to_owned);
        let allowed = match cells[2] {
            "–" => Vec::new(),
            "all" => vec!["*".to_owned()],
            "all above" => above,
            rule if rule.starts_with("all above but ") => {
                let without: Vec<String> = names.collect();
                above.into_iter().filter(|name| !without.contains(name)).collect()
            }
            rule if rule.contains("what it hands out") => vec!["*".to_owned()],
            _ => names.collect(),
        };
        table.insert(module.to_owned(), allowed);
    }
    table
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The modules of ours that a line of Rust names.
fn used(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let after = code.match_indices("crate::").map(|(at, _)| &code[at + "crate::".len()..]);
    after.map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()).collect()
}

#[test]
fn every_module_uses_only_what_the_map_allows() {
    let table = table();
    let mut broken = Vec::new();
    for path in files(Path::new(&format!("{ROOT}/src")), "rs") {
        let inside = path.strip_prefix(format!("{ROOT}/src")).unwrap();
        let module = inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        if matches!(module.as_str(), "lib" | "vocabulary") {
            continue;
        }
        let allowed = table.get(&module).unwrap_or_else(|| panic!("the map in src/lib.rs lacks `{module}`"));
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            for name in used(line) {
                let fine = name == module || allowed.iter().any(|allowed| allowed == name || allowed == "*");
                let is_module = table.contains_key(name);
                if is_module && !fine {
                    broken.push(format!("{}:{}: `{module}` may not use `{name}`", inside.display(), number + 1));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_wasm_file_names_js_values() {
    for path in
        files(Path::new(&format!("{ROOT}/src")), "rs").into_iter().filter(|path| !path.to_string_lossy().contains("/src/wasm"))
    {
        let source = fs::read_to_string(&path).unwrap();
        let names_it = source.lines().any(|line| line.split("//").next().unwrap_or_default().contains("JsValue"));
        assert!(!names_it, "{}", path.display());
    }
}

#[test]
fn only_the_engine_imports_the_built_module() {
    let www = format!("{ROOT}/www");
    for path in files(Path::new(&www), "js").into_iter().filter(|path| !path.starts_with(format!("{www}/engine"))) {
        let source = fs::read_to_string(&path).unwrap();
        let imports = source.lines().filter(|line| line.contains("import") && line.contains("jianyi") && line.contains("wasm"));
        let imports: Vec<&str> = imports.filter(|line| !line.trim_start().starts_with(['*', '/'])).collect();
        assert!(imports.is_empty() || path.ends_with("engine.js"), "{}: {imports:?}", path.display());
    }
}

#[test]
fn charts_know_no_engine_and_no_element() {
    for path in files(Path::new(&format!("{ROOT}/www/charts")), "js") {
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| line.starts_with("import")) {
            assert!(!line.contains("/engine") && !line.contains("/elements"), "{}: {line}", path.display());
        }
    }
}

#[test]
fn every_fault_that_the_core_throws_has_its_words_in_the_engine() {
    let source = fs::read_to_string(format!("{ROOT}/src/wasm/ledger.rs")).unwrap();
    let words = fs::read_to_string(format!("{ROOT}/www/engine/words.js")).unwrap();
    let codes: Vec<&str> = source.split("fault(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(codes.len() > 4);
    for code in codes {
        assert!(words.contains(&format!("\"{code}\"")) || words.contains(&format!("\n  {code}:")), "{code}");
    }
}
